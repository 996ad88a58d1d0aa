using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>A commit in two critical sections, each under a lock of its own; a reader between the two sees half of it.</summary>
internal static class TwoStage
{
    public static BugModel Of(int processes, int noise)
    {
        var model = new BugModel($"two stages, {processes}", noise);
        var (data, copy) = (model.Cell("data"), model.Cell("copy"));
        var (gate, other) = (model.Lock("gate"), model.Lock("other"));
        for (var i = 1; i < processes; i++)
        {
            model.Process(Writer);
        }
        return model.Process(Reader);

        IEnumerable<Operation> Writer(Voice me)
        {
            yield return Voice.Acquire(gate);
            yield return Voice.Write(data, 1);
            yield return Voice.Release(gate);
            yield return Voice.Acquire(other);
            yield return Voice.Read(data);
            yield return Voice.Write(copy, me.Number + 1);
            yield return Voice.Release(other);
        }

        IEnumerable<Operation> Reader(Voice me)
        {
            yield return Voice.Acquire(gate);
            yield return Voice.Read(data);
            var seen = me.Number;
            yield return Voice.Release(gate);
            if (seen != 0)
            {
                yield return Voice.Acquire(other);
                yield return Voice.Read(copy);
                var second = me.Number;
                yield return Voice.Release(other);
                me.Refutes(second == seen + 1);
            }
        }
    }
}
