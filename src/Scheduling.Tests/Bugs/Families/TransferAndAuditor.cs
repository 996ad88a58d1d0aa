using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>All but one take from one account and give to another, each under its lock; the last one adds both up.</summary>
internal static class TransferAndAuditor
{
    private const int Amount = 10;

    public static BugModel Of(int processes, int noise)
    {
        var model = new BugModel($"transfer and auditor, {processes}", noise);
        var (from, to) = (model.Cell("from"), model.Cell("to"));
        var (gateOfFrom, gateOfTo) = (model.Lock("gate of from"), model.Lock("gate of to"));
        for (var i = 1; i < processes; i++)
        {
            model.Process(Transfer);
        }
        return model.Process(Auditor);

        IEnumerable<Operation> Transfer(Voice me)
        {
            yield return Voice.Acquire(gateOfFrom);
            yield return Voice.Read(from);
            yield return Voice.Write(from, me.Number - Amount);
            yield return Voice.Release(gateOfFrom);
            yield return Voice.Acquire(gateOfTo);
            yield return Voice.Read(to);
            yield return Voice.Write(to, me.Number + Amount);
            yield return Voice.Release(gateOfTo);
        }

        IEnumerable<Operation> Auditor(Voice me)
        {
            yield return Voice.Acquire(gateOfFrom);
            yield return Voice.Read(from);
            var first = me.Number;
            yield return Voice.Release(gateOfFrom);
            yield return Voice.Acquire(gateOfTo);
            yield return Voice.Read(to);
            var second = me.Number;
            yield return Voice.Release(gateOfTo);
            me.Refutes(first + second == 0);
        }
    }
}
