using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>One looks at a flag, says that it waits, and sleeps; another raises the flag and wakes whoever said so.</summary>
internal static class LostWakeUp
{
    public static BugModel Of(int processes, int noise)
    {
        var model = new BugModel($"lost wake-up, {processes}", noise);
        var (flag, waiting, bed) = (model.Cell("flag"), model.Cell("waiting"), model.Semaphore("bed"));
        model.Process(Sleeper).Process(Waker);
        for (var i = 2; i < processes; i++)
        {
            var own = model.Cell($"busy-{i}");
            model.Process(_ => Enumerable.Repeat(Voice.Read(own), 4));
        }
        return model;

        IEnumerable<Operation> Sleeper(Voice me)
        {
            yield return Voice.Read(flag);
            if (me.Number == 0)
            {
                yield return Voice.Write(waiting, 1);
                yield return Voice.Acquire(bed);
            }
        }

        IEnumerable<Operation> Waker(Voice me)
        {
            yield return Voice.Write(flag, 1);
            yield return Voice.Read(waiting);
            if (me.Number == 1)
            {
                yield return Voice.Release(bed);
            }
        }
    }
}
