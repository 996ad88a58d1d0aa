using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Course;

/// <summary>How far the student is, as of one moment: what is remembered, held against the files as they are.</summary>
internal sealed class Standing
{
    private readonly IReadOnlyDictionary<string, KataProgress> _known;
    private readonly Dictionary<string, KataState> _states;

    private Standing(Catalogue catalogue, IReadOnlyDictionary<string, KataProgress> known)
    {
        Catalogue = catalogue;
        _known = known;
        _states = catalogue.Katas.ToDictionary(k => k.Name, StateOf);
        Next = Todo(k => !Of(k).GaveUp) ?? Todo(_ => true);
        AtHand = catalogue.Katas.Where(k => IsBegun(this[k])).MaxBy(k => Of(k).Turn) ?? Next;
    }

    public Catalogue Catalogue { get; }

    /// <summary>
    /// The first kata, in the order of the course, that is not passed; one whose solution was shown waits until there is
    /// no other. Null when all are passed.
    /// </summary>
    public Kata? Next { get; }

    /// <summary>The kata that was tested last and is not passed; without any, the next.</summary>
    public Kata? AtHand { get; }

    /// <summary>How many katas are passed.</summary>
    public int Passed => _states.Values.Count(s => s == KataState.Passed);

    /// <summary>Points of all katas as last tested.</summary>
    public int Points => Catalogue.Katas.Sum(k => Of(k).Points);

    /// <summary>How far the student is with a kata.</summary>
    public KataState this[Kata kata] => _states[kata.Name];

    /// <summary>Holds what is remembered against the student's files.</summary>
    public static Standing Read(Repository repository, Catalogue catalogue) =>
        new(catalogue, ProgressStore.Load(repository));

    /// <summary>What is remembered of a kata.</summary>
    public KataProgress Of(Kata kata) => _known.GetValueOrDefault(kata.Name) ?? new KataProgress();

    /// <summary>The place of a kata in the order of the course, from 1.</summary>
    public int Number(Kata kata) => Catalogue.Katas.ToList().FindIndex(k => k.Name == kata.Name) + 1;

    private Kata? Todo(Func<Kata, bool> fits) =>
        Catalogue.Katas.FirstOrDefault(k => this[k] != KataState.Passed && fits(k));

    private static bool IsBegun(KataState state) => state is KataState.Started or KataState.Edited;

    private KataState StateOf(Kata kata)
    {
        var progress = Of(kata);
        return progress.Status switch
        {
            null => KataState.NotStarted,
            _ when progress.Content is null || progress.Content != ProgressStore.Content(kata) => KataState.Edited,
            KataStatus.NotStarted => KataState.NotStarted,
            KataStatus.Passed => KataState.Passed,
            _ => KataState.Started,
        };
    }
}
