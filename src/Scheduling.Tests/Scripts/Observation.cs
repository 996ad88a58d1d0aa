using System.Text;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>
/// What a claim could see of a run: the order of marks on each object, what each actor was answered, which marks and ends
/// came before main's return, the ending, and who waited for whom. Where two actors share the memory of a process, also
/// the order of all that they do and that is not quiet: the one may write what the other reads.
/// </summary>
internal sealed class Observation
{
    private readonly SortedDictionary<string, StringBuilder> _parts = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _ended = [];
    private readonly SortedDictionary<int, int> _processOfThread = [];

    public void Add(int actor, in Operation operation, Decision decision)
    {
        var process = _processOfThread.GetValueOrDefault(actor, actor);
        if (_processOfThread.ContainsValue(process) && !operation.IsQuiet && operation.Kind != OperationKind.End)
        {
            Part($"memory {process}").Append(actor).Append(' ');
        }
        if (operation.Kind == OperationKind.Start && operation.StartsThread)
        {
            _processOfThread.Add((int)decision.Value, process);
        }
        switch (operation.Kind)
        {
            case OperationKind.Mark:
                Part($"mark {MarkText.ObjectOf(operation.Text)}")
                    .Append(actor)
                    .Append(MarkText.WhatOf(operation.Text))
                    .Append(' ');
                break;
            case OperationKind.Return:
                var before = string.Join('|', _parts.Where(p => p.Key.StartsWith("mark")).Select(p => p.Value));
                Part("return").Append($"after [{before}] and ends of {string.Join(',', _ended)}");
                break;
            case OperationKind.Terminate when operation.Object == actor:
                var soFar = string.Join('|', _parts.Where(p => p.Key.StartsWith("mark")).Select(p => p.Value));
                Part("kill").Append($"after [{soFar}] and ends of {string.Join(',', _ended)}");
                break;
            case OperationKind.End:
                _ended.Add(actor);
                Part($"actor {actor}").Append($"end {operation.Argument}");
                break;
            case OperationKind.Begin or OperationKind.Print or OperationKind.Sleep or OperationKind.ReadClock:
                break;
            case OperationKind.Get:
                var item = decision.Payload is { } payload ? Encoding.UTF8.GetString(payload) : "none";
                Part($"actor {actor}").Append($"{operation.Kind}:{decision.Outcome}:{item} ");
                break;
            case OperationKind.Put:
                // Not its number: where an item stands shows in who gets it.
                Part($"actor {actor}").Append($"{operation.Kind}:{decision.Outcome}:{decision.Value >= 0} ");
                break;
            default:
                Part($"actor {actor}")
                    .Append($"{operation.Kind}:{decision.Outcome}:{decision.Value}{Say(decision.Payload)} ");
                break;
        }
    }

    public string Close(Ending ending, IEnumerable<Wait> waits) =>
        $"{this}{ending} "
        + string.Join(
            ' ',
            waits.Select(w => $"{w.Actor}:{w.Operation.Kind}:{w.Object.Number}({string.Join(',', w.Holders)})")
        );

    public override string ToString() => string.Concat(_parts.Select(part => $"{part.Key}: {part.Value}\n"));

    public Observation Clone()
    {
        var copy = new Observation();
        foreach (var (name, part) in _parts)
        {
            copy._parts.Add(name, new StringBuilder(part.ToString()));
        }
        copy._ended.UnionWith(_ended);
        foreach (var (thread, process) in _processOfThread)
        {
            copy._processOfThread.Add(thread, process);
        }
        return copy;
    }

    public static string Of(Run run)
    {
        var observation = new Observation();
        foreach (var step in run.Steps)
        {
            observation.Add(step.Actor, step.Operation, step.Decision);
        }
        return observation.Close(run.Ending, run.Waits);
    }

    private static string Say(byte[]? payload) => payload is null ? "" : $":{Convert.ToHexString(payload)}";

    private StringBuilder Part(string name)
    {
        if (!_parts.TryGetValue(name, out var part))
        {
            _parts.Add(name, part = new StringBuilder());
        }
        return part;
    }
}
