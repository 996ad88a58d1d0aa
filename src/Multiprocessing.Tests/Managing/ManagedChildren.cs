namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What children of the tests about managers run.</summary>
internal static class ManagedChildren
{
    public static void TakeOne(DictionaryProxy<string, int> left, Acquirable gate, int times)
    {
        for (int time = 0; time < times; time++)
        {
            using (gate.Enter())
            {
                left["count"] -= 1;
            }
        }
    }

    public static void Append(ListProxy<int> list, int item) => list.Add(item);

    public static void HoldForEver(Acquirable gate, Semaphore begun, Semaphore held)
    {
        begun.Release();
        gate.Acquire();
        held.Release();
        new Semaphore(0).Acquire();
    }

    /// <summary>Makes a manager, hands over a proxy's answer and its server's id, and never ends by itself.</summary>
    public static void Keep(SharedNumber server, Semaphore ready)
    {
        using var manager = new Manager();
        manager.Value(1).Value = 2;
        server.Value = manager.ServerId!.Value;
        ready.Release();
        new Semaphore(0).Acquire();
    }

    /// <summary>Makes a manager and forgets it.</summary>
    public static void Forget(SharedNumber server) => server.Value = new Manager().ServerId!.Value;

    public static void MakeManager() => new Manager().Dispose();
}
