using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>Everybody reads a counter and writes it back, one more.</summary>
internal static class LostUpdate
{
    public static BugModel Of(int processes, int noise)
    {
        var counter = 0;
        var model = new BugModel($"lost update, {processes}", noise) { AtTheEnd = last => last(counter) == processes };
        counter = model.Cell("counter");
        for (var i = 0; i < processes; i++)
        {
            model.Process(Body);
        }
        return model;

        IEnumerable<Operation> Body(Voice me)
        {
            yield return Voice.Read(counter);
            yield return Voice.Write(counter, me.Number + 1);
        }
    }

    /// <summary>The same, right: with a lock around it, several times.</summary>
    public static BugModel Mended(int processes, int times, int noise)
    {
        var (counter, gate) = (0, 0);
        var model = new BugModel($"locked counter, {processes} x {times}", noise)
        {
            AtTheEnd = last => last(counter) == processes * times,
        };
        (counter, gate) = (model.Cell("counter"), model.Lock("gate"));
        for (var i = 0; i < processes; i++)
        {
            model.Process(Body);
        }
        return model;

        IEnumerable<Operation> Body(Voice me)
        {
            for (var time = 0; time < times; time++)
            {
                yield return Voice.Acquire(gate);
                yield return Voice.Read(counter);
                yield return Voice.Write(counter, me.Number + 1);
                yield return Voice.Release(gate);
            }
        }
    }
}
