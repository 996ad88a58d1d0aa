using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>
/// A buffer with one producer and two consumers. A consumer that finds nothing says that it waits and sleeps; once woken it
/// takes an item without looking whether it is still there.
/// </summary>
internal static class IfInsteadOfWhile
{
    public static BugModel Of(int noise) => Make("if instead of while", items: 2, noise, looksAgain: false);

    /// <summary>The same, right: it looks again.</summary>
    public static BugModel Mended(int items, int noise) =>
        Make($"while, {items} items", items, noise, looksAgain: true);

    private static BugModel Make(string name, int items, int noise, bool looksAgain)
    {
        var model = new BugModel(name, noise);
        var (gate, count) = (model.Lock("gate"), model.Cell("count"));
        var (waiting, bed) = (model.Cell("waiting"), model.Semaphore("bed"));
        return model.Process(Producer).Process(Consumer).Process(Consumer);

        IEnumerable<Operation> Producer(Voice me)
        {
            for (var item = 0; item < items; item++)
            {
                yield return Voice.Acquire(gate);
                yield return Voice.Read(count);
                yield return Voice.Write(count, me.Number + 1);
                yield return Voice.Read(waiting);
                if (me.Number > 0)
                {
                    yield return Voice.Write(waiting, me.Number - 1);
                    yield return Voice.Release(bed);
                }
                yield return Voice.Release(gate);
            }
        }

        IEnumerable<Operation> Consumer(Voice me)
        {
            for (var item = 0; item < items / 2; item++)
            {
                yield return Voice.Acquire(gate);
                yield return Voice.Read(count);
                var found = me.Number;
                for (var hasSlept = false; found == 0 && (looksAgain || !hasSlept); hasSlept = true)
                {
                    yield return Voice.Read(waiting);
                    yield return Voice.Write(waiting, me.Number + 1);
                    yield return Voice.Release(gate);
                    yield return Voice.Acquire(bed);
                    yield return Voice.Acquire(gate);
                    yield return Voice.Read(count);
                    found = me.Number;
                }
                if (me.Refutes(found > 0))
                {
                    yield break;
                }
                yield return Voice.Write(count, found - 1);
                yield return Voice.Release(gate);
            }
        }
    }
}
