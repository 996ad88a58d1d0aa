namespace ConcurrencyKatas.Scheduling;

/// <summary>The mistakes that a run which came to its end can be read for. A new one is one file and one line here.</summary>
public static class Patterns
{
    // What says most comes first: a lost update under two locks is a wrong lock.
    private static readonly IReadOnlyList<IPattern> s_all =
    [
        new WrongLock(),
        new IfInsteadOfWhile(),
        new LostUpdate(),
        new CheckThenAct(),
        new LeftHalfDone(),
        new HalfPublished(),
        new ReadBeforeJoin(),
        new OrphanLeft(),
        new ReleasedTooEarly(),
        new NothingHeld(),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names => [.. s_all.Select(pattern => pattern.Name)];

    /// <summary>The first of them that a failing run shows; null when it shows none.</summary>
    /// <param name="run">A run that breaks a claim.</param>
    /// <param name="faulty">The step at which it does, where one step is to blame.</param>
    public static Sentence? Of(Run run, int? faulty = null)
    {
        var account = new Account(run, faulty);
        return s_all.Select(pattern => pattern.Read(account)).FirstOrDefault(sentence => sentence is not null);
    }
}
