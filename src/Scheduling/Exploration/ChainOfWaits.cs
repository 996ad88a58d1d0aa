using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Tells why an actor came no further: whom it waits for, and whom that one waits for, to the end.</summary>
internal sealed class ChainOfWaits(Run run, IReadOnlyList<Parked> held)
{
    private readonly Words _words = new(run);

    /// <summary>The chain that begins with the actor of this name, or with main.</summary>
    public string Tell(string? about)
    {
        if (about is not null && run.Actors.All(actor => actor.Name != about))
        {
            return $"{about} was never started: {From(0)}";
        }
        return From(run.Actors.FirstOrDefault(actor => actor.Name == about)?.Number ?? FirstWaiting());
    }

    private int FirstWaiting() => run.Waits.Count > 0 ? run.Waits[0].Actor : 0;

    private string From(int actor)
    {
        HashSet<int> told = [];
        List<string> links = [];
        var next = actor;
        while (next >= 0 && told.Add(next))
        {
            links.Add(links.Count == 0 ? $"{_words.Actor(next)} {Link(next)}" : $"which {Link(next)}");
            next = run.Waits.FirstOrDefault(wait => wait.Actor == next)?.Holders.FirstOrDefault(-1) ?? -1;
        }
        return string.Join(", ", links);
    }

    private string Link(int actor)
    {
        if (run.Waits.FirstOrDefault(wait => wait.Actor == actor) is { } wait)
        {
            return _words.Waits(wait);
        }
        if (held.FirstOrDefault(parked => parked.Actor == actor) is { } parked)
        {
            return parked.Operation.Kind == OperationKind.Mark
                ? $"is held at its mark '{MarkText.WhatOf(parked.Operation.Text)}'"
                : $"is held where it {_words.Does(parked)}";
        }
        return run.Actors[actor].ExitCode is null ? "was not seen to wait" : "has ended";
    }
}
