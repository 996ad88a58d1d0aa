using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>One process guards the counter by a lock, all others by another one. The first looks whether its update is there.</summary>
internal static class WrongLock
{
    public static BugModel Of(int processes, int noise)
    {
        var model = new BugModel($"wrong lock, 1 + {processes - 1}", noise);
        var (counter, right, wrong) = (model.Cell("counter"), model.Lock("right"), model.Lock("wrong"));
        model.Process(me => Body(me, right, looks: true));
        for (var i = 1; i < processes; i++)
        {
            model.Process(me => Body(me, wrong, looks: false));
        }
        return model;

        IEnumerable<Operation> Body(Voice me, int gate, bool looks)
        {
            yield return Voice.Acquire(gate);
            yield return Voice.Read(counter);
            var written = me.Number + 1;
            yield return Voice.Write(counter, written);
            if (looks)
            {
                yield return Voice.Read(counter);
                if (me.Refutes(me.Number == written))
                {
                    yield break;
                }
            }
            yield return Voice.Release(gate);
        }
    }
}
