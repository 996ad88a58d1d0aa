namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// One mistake, as it shows in a run: who did what in which order, holding what. It says nothing unless it sees all of it;
/// it knows operations and no kata.
/// </summary>
internal interface IPattern
{
    /// <summary>The mistake's name: <c>lost update</c>.</summary>
    string Name { get; }

    /// <summary>One sentence with actors, objects and source lines; null when the run does not show the mistake.</summary>
    Sentence? Read(Account account);
}
