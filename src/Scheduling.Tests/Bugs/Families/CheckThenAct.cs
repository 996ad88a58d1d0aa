using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>Everybody looks whether there is money enough, under the lock, and takes it under the lock, but lets go of it in between.</summary>
internal static class CheckThenAct
{
    private const int Balance = 100;
    private const int Price = 70;

    public static BugModel Of(int processes, int noise)
    {
        var (spent, gate) = (0, 0);
        var model = new BugModel($"check then act, {processes}", noise) { AtTheEnd = last => last(spent) <= Balance };
        (spent, gate) = (model.Cell("spent"), model.Lock("gate"));
        for (var i = 0; i < processes; i++)
        {
            model.Process(Body);
        }
        return model;

        IEnumerable<Operation> Body(Voice me)
        {
            yield return Voice.Acquire(gate);
            yield return Voice.Read(spent);
            var isEnough = Balance - me.Number >= Price;
            yield return Voice.Release(gate);
            if (isEnough)
            {
                yield return Voice.Acquire(gate);
                yield return Voice.Read(spent);
                yield return Voice.Write(spent, me.Number + Price);
                yield return Voice.Release(gate);
            }
        }
    }
}
