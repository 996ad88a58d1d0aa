using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>All but one publish a record of two fields, one field after the other; the last one reads both.</summary>
internal static class HalfPublished
{
    public static BugModel Of(int processes, int noise)
    {
        var model = new BugModel($"half published, {processes}", noise);
        var (first, second) = (model.Cell("first"), model.Cell("second"));
        for (var i = 1; i < processes; i++)
        {
            model.Process(_ => [Voice.Write(first, 1), Voice.Write(second, 1)]);
        }
        return model.Process(Reader);

        IEnumerable<Operation> Reader(Voice me)
        {
            yield return Voice.Read(first);
            var seen = me.Number;
            yield return Voice.Read(second);
            me.Refutes(seen == me.Number || seen == 0);
        }
    }
}
