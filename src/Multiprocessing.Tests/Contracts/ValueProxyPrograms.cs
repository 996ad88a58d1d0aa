namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="ValueProxyContract"/>.</summary>
public static class ValueProxyPrograms
{
    public static void DoubleElsewhere(string objects)
    {
        using var kit = new Kit(objects);
        ValueProxy<int> number = kit.Manager.Value(3, "number");
        Kit.End(Kit.Start(Double, number));
        Kit.That(number.Value == 6, "the child has doubled it");
    }

    public static void HoldAnything(string objects)
    {
        using var kit = new Kit(objects);
        ValueProxy<object?> thing = kit.Manager.Value<object?>(null);
        Kit.That(thing.Value is null, "it may be nothing");
        Kit.End(Kit.Start(SetList, thing));
        ((List<string>)thing.Value!).Add("two");
        Kit.That(thing.Value is List<string> and ["one"], "what was read is a copy");
        Kit.Refused<MultiprocessingUsageException>(() => thing.Value = Thread.CurrentThread);
        Kit.That(thing.Value is List<string>, "what cannot travel was not set");
    }

    public static void CountUnderLock(string objects)
    {
        using var kit = new Kit(objects);
        (ValueProxy<long> total, Acquirable gate) = (kit.Manager.Value(0L), kit.Lock());
        Kit.End(Kit.Start(CountTwice, total, gate), Kit.Start(CountTwice, total, gate));
        Kit.That(total.Value == 4, "nothing was lost");
    }

    public static void Lose(string objects)
    {
        using var kit = new Kit(objects);
        ValueProxy<int> number = kit.Manager.Value(1);
        kit.LoseManager(Ask, number);
        Kit.Refused<ManagerLostException>(() => number.Value = 2);
    }

    private static void Double(ValueProxy<int> number)
    {
        Kit.That(number.Name == "number", "it has come with its name");
        number.Value *= 2;
    }

    private static void SetList(ValueProxy<object?> thing) => thing.Value = new List<string> { "one" };

    private static void CountTwice(ValueProxy<long> total, Acquirable gate)
    {
        for (int time = 0; time < 2; time++)
        {
            using (gate.Enter())
            {
                total.Value++;
            }
        }
    }

    private static void Ask(ValueProxy<int> number, Semaphore begun, Semaphore gone)
    {
        Kit.That(number.Value == 1, "it is there");
        begun.Release();
        gone.Acquire();
        Kit.Refused<ManagerLostException>(() => _ = number.Value);
        Kit.Refused<ManagerLostException>(() => number.Value = 2);
    }
}
