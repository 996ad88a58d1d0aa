using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Exploring;

/// <summary>A controlled run as graders see it: marks, ends, output and what main returned.</summary>
public sealed class KataRun
{
    private readonly Dictionary<string, int> _endings = [];

    /// <summary>Reads a run of a configuration.</summary>
    public KataRun(Run run, Size size)
    {
        Run = run;
        Size = size;
        var marks = new List<MarkEvent>();
        var output = new System.Text.StringBuilder();
        foreach (Step step in run.Steps)
        {
            string actor = run.Actors[step.Actor].Name;
            switch (step.Operation.Kind)
            {
                case OperationKind.Mark:
                    marks.Add(ToMark(step.Operation, step.Index, actor));
                    break;
                case OperationKind.Print:
                    output.Append(step.Operation.Text);
                    break;
                case OperationKind.Return:
                    MainReturnedAt = step.Index;
                    Returned = step.Operation.Payload is { } returned ? Wire.DecodeNeutral(returned) : null;
                    break;
                case OperationKind.End:
                    _endings.TryAdd(actor, step.Index);
                    break;
            }
        }
        Marks = marks;
        Output = output.ToString();
    }

    /// <summary>The run itself.</summary>
    public Run Run { get; }

    /// <summary>What the entry method was called with.</summary>
    public IReadOnlyList<object?> Arguments => Size.Arguments;

    internal Size Size { get; }

    /// <summary>Every mark, in order.</summary>
    public IReadOnlyList<MarkEvent> Marks { get; }

    /// <summary>Every call on an object of a manager, in order.</summary>
    public IEnumerable<CallEvent> Calls => Run.Steps.Select(step => CallEvent.Of(Run, step)).OfType<CallEvent>();

    /// <summary>Every process, by number; 0 is main.</summary>
    public IReadOnlyList<ActorInfo> Actors => Run.Actors;

    /// <summary>What was printed, by all processes, in order.</summary>
    public string Output { get; }

    /// <summary>The step at which main left the entry method; null when it did not.</summary>
    public int? MainReturnedAt { get; }

    /// <summary>The step at which <see cref="Exploring.Size.Victim"/> was killed; null when it was not.</summary>
    public int? KilledAt => Run.CrashedAt;

    /// <summary>What the entry method returned: primitives, strings, lists, and records as dictionaries.</summary>
    public object? Returned { get; }

    /// <summary>The step at which a process ended; null when it did not.</summary>
    public int? EndedAt(string actor) => _endings.TryGetValue(actor, out int step) ? step : null;

    internal static MarkEvent ToMark(in Operation operation, int step, string actor)
    {
        string text = operation.Text ?? "";
        int tab = text.IndexOf('\t');
        return tab < 0
            ? new MarkEvent(step, actor, "", text)
            : new MarkEvent(step, actor, text[..tab], text[(tab + 1)..]);
    }
}
