using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>One process of a <see cref="BugStage"/>, standing at its next operation.</summary>
internal sealed class BugActor
{
    private readonly Func<Voice, IEnumerable<Operation>> _body;
    private readonly Voice _voice = new();
    private readonly IEnumerator<Operation> _going;
    private readonly List<Decision> _answers = [];

    public BugActor(Func<Voice, IEnumerable<Operation>> body)
    {
        _body = body;
        _going = body(_voice).GetEnumerator();
        Pending = new Operation(OperationKind.Begin);
    }

    public Operation Pending { get; private set; }

    /// <summary>Everything it was told; it follows from nothing else where it stands.</summary>
    public string Heard =>
        string.Concat(_answers.Select(answer => $"{answer.Value}{Convert.ToHexString(answer.Payload ?? [])},"));

    public void Answer(Decision decision)
    {
        _answers.Add(decision);
        _voice.Last = decision;
        Pending = _going.MoveNext()
            ? _going.Current
            : new Operation(OperationKind.End, Argument: _voice.HasFailed ? 1 : 0);
    }

    public BugActor Fork()
    {
        var copy = new BugActor(_body);
        _answers.ForEach(copy.Answer);
        return copy;
    }
}
