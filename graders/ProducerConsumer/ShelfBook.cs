using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Graders.ProducerConsumer;

/// <summary>
/// Reads what was on the shelf: the items that bakers have put into a queue and nobody has taken. What others put there, such
/// as end marks, does not count.
/// </summary>
internal static class ShelfBook
{
    /// <summary>How many loaves are on the shelf after the last step.</summary>
    public static int Level(KataRun run) => Levels(run).LastOrDefault().Loaves;

    /// <summary>A moment at which the shelf held more than it has room for.</summary>
    public static Violation? Overloaded(KataRun run)
    {
        var room = BakeryBook.Room(run);
        foreach (var (step, loaves) in Levels(run))
        {
            if (loaves > room)
            {
                return new Violation($"{loaves} loaves lay on the shelf, which has room for {room}.", step.Index);
            }
        }
        return null;
    }

    /// <summary>The actor who took a loaf from the shelf before all others; null while nobody has.</summary>
    public static int? FirstToTake(KataRun run)
    {
        var before = 0;
        foreach (var (step, loaves) in Levels(run))
        {
            if (loaves < before)
            {
                return step.Actor;
            }
            before = loaves;
        }
        return null;
    }

    private static IEnumerable<(Step Step, int Loaves)> Levels(KataRun run)
    {
        var bakers = run.Marks.Where(BakeryBook.IsBaking).Select(mark => run.Run.Steps[mark.Step].Actor).ToHashSet();
        HashSet<(ObjectId, long)> shelf = [];
        foreach (var step in run.Run.Steps.Where(step => step.Decision.Go))
        {
            var item = (step.Object, step.Decision.Value);
            if (step.Operation.Kind == OperationKind.Put && bakers.Contains(step.Actor))
            {
                shelf.Add(item);
                yield return (step, shelf.Count);
            }
            else if (step.Operation.Kind == OperationKind.Get && shelf.Remove(item))
            {
                yield return (step, shelf.Count);
            }
        }
    }
}
