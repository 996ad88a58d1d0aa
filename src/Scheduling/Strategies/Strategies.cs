namespace ConcurrencyKatas.Scheduling;

/// <summary>The list of strategies that need nothing but a seed and a profile. A new one is one file and one line here.</summary>
public static class Strategies
{
    /// <summary>Every strategy, in the order in which they are presented.</summary>
    public static IReadOnlyList<StrategyEntry> All { get; } =
    [
        new("random", "every enabled actor is equally likely at every point", (seed, _) => new RandomWalk(seed)),
        new("pct", "random priorities with a few random changes", (seed, seen) => new Pct(3, seed, seen.Choices)),
        new("pos", "random priorities, drawn anew where operations conflict", (seed, seen) => new Pos(seed, seen)),
        new(
            "surw",
            "every order of the operations on a few objects is equally likely",
            (seed, seen) => new Surw(seed, seen)
        ),
        new("directed", "actors are held where something could go wrong", (seed, seen) => new Directed(seed, seen)),
        new(
            "round-robin",
            "everybody in turn, beginning with a random actor",
            (seed, _) => new RoundRobin(seed),
            Explores: false
        ),
        new(
            "actor-first",
            "one actor goes first whenever it can",
            (seed, _) => new ActorFirst((int)(seed % 5)),
            Explores: false
        ),
        new("prefix", "given choices, then the lowest actor", (seed, _) => Prefix.Random(seed)),
    ];
}
