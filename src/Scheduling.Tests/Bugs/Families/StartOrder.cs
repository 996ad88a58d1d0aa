using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>Everybody waits for the one before and then does its part; the last one forgot to wait.</summary>
internal static class StartOrder
{
    public static BugModel Of(int processes, int noise)
    {
        var model = new BugModel($"start order, {processes}", noise);
        var done = model.Cells("done", processes);
        int[] ready = [.. Enumerable.Range(0, processes).Select(i => model.Semaphore($"ready-{i}"))];
        for (var i = 0; i < processes; i++)
        {
            var place = i;
            model.Process(me => Body(me, place));
        }
        return model;

        IEnumerable<Operation> Body(Voice me, int place)
        {
            if (place > 0 && place < processes - 1)
            {
                yield return Voice.Acquire(ready[place - 1]);
            }
            if (place > 0)
            {
                yield return Voice.Read(done[place - 1]);
                if (me.Refutes(me.Number == 1))
                {
                    yield break;
                }
            }
            yield return Voice.Write(done[place], 1);
            yield return Voice.Release(ready[place]);
        }
    }
}
