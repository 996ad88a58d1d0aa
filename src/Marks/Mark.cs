using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// Records that something happened to a named object: <c>Mark.On("spa").Record("guest 2 enters")</c>. Only a kata's
/// <c>Given</c> code does so; the graders' claims are about these events. Marks on one object are totally ordered.
/// </summary>
public readonly struct Mark
{
    private readonly string _object;

    private Mark(string name) => _object = name;

    /// <summary>Chooses the object by name.</summary>
    public static Mark On(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name.Contains('\t')
            ? throw new ArgumentException("The name of what a mark is recorded on cannot contain a tab.", nameof(name))
            : new Mark(name);
    }

    /// <summary>Records an event on the object.</summary>
    /// <param name="what">What happened, in a few words; graders compare it.</param>
    public void Record(string what)
    {
        ArgumentException.ThrowIfNullOrEmpty(what);
        var operation = new Operation(OperationKind.Mark, ObjectSpace.Mark, Text: $"{_object}\t{what}");
        if (Seam.Controller is { } controller)
        {
            controller.Arrive(operation);
            return;
        }
        EventLog.Record(operation);
    }
}
