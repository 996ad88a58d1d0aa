using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>A step that reads or changes shared data: a value, an element, what a dictionary keeps under a key.</summary>
/// <param name="Step">The step.</param>
/// <param name="Place">Where in the object; null for all of it.</param>
/// <param name="Reads">Whether it brought something.</param>
/// <param name="Writes">Whether it may have changed something.</param>
internal sealed record Access(Step Step, string? Place, bool Reads, bool Writes)
{
    private const string Whole = "";

    /// <summary>Who.</summary>
    public int Actor => Step.Actor;

    /// <summary>When.</summary>
    public int Index => Step.Index;

    /// <summary>Whether it only asked whether something is there, or how many there are.</summary>
    public bool IsTest =>
        Step.Operation.Kind == OperationKind.Call
        && (ManagerVerb)Step.Operation.Argument is ManagerVerb.Contains or ManagerVerb.Count or ManagerVerb.IndexOf;

    /// <summary>Whether it read and changed in one step, so that nothing can come in between.</summary>
    public bool IsAtomic => Reads && Writes;

    /// <summary>Whether both are about the same data.</summary>
    public bool IsAbout(Access other) =>
        Step.Object == other.Step.Object && (Place is null || other.Place is null || Place == other.Place);

    /// <summary>The step as an access; null when it is none. The making of an object is none either.</summary>
    public static Access? Of(Run run, Step step)
    {
        var kind = run.Objects.GetValueOrDefault(step.Object)?.Kind ?? SlotKind.Free;
        if (kind is SlotKind.Value or SlotKind.SharedArray)
        {
            var place = kind == SlotKind.SharedArray ? $"{step.Operation.Argument}" : Whole;
            return step.Operation.Kind switch
            {
                OperationKind.Write when step.Operation.Argument < 0 => null,
                OperationKind.Read => new Access(step, place, Reads: true, Writes: false),
                OperationKind.Write => new Access(step, place, Reads: false, Writes: true),
                OperationKind.Add or OperationKind.CompareExchange => new Access(step, place, true, true),
                _ => null,
            };
        }
        return step.Operation.Kind == OperationKind.Call && step.Decision.Value == 0 ? OfCall(step) : null;
    }

    private static Access? OfCall(Step step)
    {
        var arguments = CallWords.Arguments(step.Operation);
        var first = arguments.Count > 0 ? arguments[0] : Whole;
        return (ManagerVerb)step.Operation.Argument switch
        {
            ManagerVerb.Get or ManagerVerb.Contains => new Access(step, first, true, false),
            ManagerVerb.Set => new Access(step, arguments.Count > 1 ? first : Whole, false, true),
            ManagerVerb.Add when arguments.Count > 1 => new Access(step, first, true, true),
            ManagerVerb.GetOrAdd or ManagerVerb.Remove when arguments.Count > 0 => new Access(step, first, true, true),
            ManagerVerb.Create or ManagerVerb.Perform or ManagerVerb.Describe => null,
            var verb when verb.IsRead() => new Access(step, null, true, false),
            _ => new Access(step, null, true, true),
        };
    }
}
