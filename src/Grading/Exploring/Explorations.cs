using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Exploring;

/// <summary>The explorations of one submission, one of each size.</summary>
/// <param name="explore">Makes one; told whether it is explored ahead.</param>
/// <param name="ahead">Has one explored ahead.</param>
internal sealed class Explorations(Func<Size, bool, Exploration> explore, Action<Exploration> ahead)
{
    private readonly Dictionary<Size, Exploration> _all = [];

    /// <summary>What was explored so far.</summary>
    public IReadOnlyList<ExplorationReport> Reports => [.. _all.Values.Select(e => e.Report)];

    /// <summary>The exploration of a size, made on first use.</summary>
    public Exploration Of(Size size) => Of(size, isAhead: false);

    /// <summary>The explorations of the sizes that one claim speaks about.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="hasOneToSpare">Whether all but the first are sampled ahead.</param>
    public IReadOnlyList<Exploration> Of(ReadOnlySpan<Size> sizes, bool hasOneToSpare)
    {
        var explorations = new List<Exploration>();
        foreach (Size size in sizes)
        {
            explorations.Add(Of(size, explorations.Count > 0 && hasOneToSpare));
        }
        return explorations;
    }

    /// <summary>
    /// Refuses to explore a size once another one has met a run that came to no end by itself, and not by a deadlock. Each
    /// such run costs seconds, of this size as of that one, and would say the same again: nothing else is explored before it
    /// is mended. A size that has no more runs to make is not refused: what it shows costs nothing and is not lost to a late claim.
    /// </summary>
    /// <exception cref="NotShownException">There is such a run.</exception>
    public void RefuseHindrance(Size size)
    {
        if (_all.GetValueOrDefault(size) is { IsDone: true })
        {
            return;
        }
        foreach (Exploration other in _all.Values)
        {
            if (other.Size != size && other.Hindrance is { } run)
            {
                throw NotShownException.Because(other.Size, Obstacles.Explain(run)!.Sentence);
            }
        }
    }

    private Exploration Of(Size size, bool isAhead)
    {
        if (!_all.TryGetValue(size, out Exploration? exploration))
        {
            exploration = explore(size, isAhead);
            _all.Add(size, exploration);
            if (isAhead)
            {
                ahead(exploration);
            }
        }
        return exploration;
    }
}
