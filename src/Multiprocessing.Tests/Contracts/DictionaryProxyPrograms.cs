namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="DictionaryProxyContract"/>.</summary>
public static class DictionaryProxyPrograms
{
    public static void SetAndRemove(string objects)
    {
        using var kit = new Kit(objects);
        var given = new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 };
        DictionaryProxy<string, int> left = kit.Manager.Dictionary(given);
        left["c"] = 3;
        Kit.That(left.Remove("b") && !left.Remove("b"), "what is there can be removed once");
        left["b"] = 4;
        left["a"] += 10;
        Kit.That(left.Keys.SequenceEqual(["a", "c", "b"]), "keys stand as they came");
        Kit.That(left.Values.SequenceEqual([11, 3, 4]) && left.Count == 3, "with what was set last");
        Kit.That(left.ContainsKey("a") && !left.ContainsKey("A") && given["b"] == 2, "what was given is not touched");
        left.Update([new("a", 0), new("d", 5)]);
        Kit.That(
            left.ToDictionary() is { Count: 4 } copy && copy["a"] == 0 && copy["d"] == 5,
            "many can be set at once"
        );
        left.Clear();
        Kit.That(left.Count == 0 && left.Keys.Count == 0, "it is empty");
    }

    public static void SetElsewhere(string objects)
    {
        using var kit = new Kit(objects);
        DictionaryProxy<int, string> letters = kit.Manager.Dictionary<int, string>(name: "letters");
        Kit.End(Kit.Start(SetLetters, letters, 65), Kit.Start(SetLetters, letters, 75));
        Kit.That(letters.Keys.Order().SequenceEqual([65, 66, 75, 76]) && letters[66] == "B", "all are there");
    }

    public static void AddOnce(string objects)
    {
        using var kit = new Kit(objects);
        DictionaryProxy<string, int> seats = kit.Manager.Dictionary<string, int>();
        var (added, seen) = (new Value<int>(), new Queue<int>());
        Kit.End(Kit.Start(Add, seats, 1, added, seen), Kit.Start(Add, seats, 2, added, seen));
        Kit.That(added.Value == 1, "one has added it");
        int[] told = [seen.Get(), seen.Get(), seats["window"]];
        Kit.That(told.Distinct().Count() == 1 && told[0] is 1 or 2, "and all see the same");
        Kit.That(seats["aisle"] is 1 or 2, "so it is with TryAdd");
    }

    public static void TakeOut(string objects)
    {
        using var kit = new Kit(objects);
        DictionaryProxy<string, int> seats = kit.Manager.Dictionary<string, int>([new("window", 5)]);
        var sum = new Value<int>();
        Kit.End(Kit.Start(Take, seats, sum), Kit.Start(Take, seats, sum));
        Kit.That(sum.Value == 5 && seats.Count == 0, "it came to one");
    }

    public static void CountUnderLock(string objects)
    {
        using var kit = new Kit(objects);
        DictionaryProxy<string, int> left = kit.Manager.Dictionary<string, int>([new("tickets", 4)]);
        Acquirable gate = kit.Lock();
        Kit.End(Kit.Start(SellTwo, left, gate), Kit.Start(SellTwo, left, gate));
        Kit.That(left["tickets"] == 0, "nothing was lost");
    }

    public static void RefuseKeys(string objects)
    {
        using var kit = new Kit(objects);
        DictionaryProxy<string, int> left = kit.Manager.Dictionary<string, int>();
        Kit.End(Kit.Start(MissKeys, left));
        Kit.Refused<ArgumentException>(() => left.Add("there", 2));
        Kit.That(left["there"] == 1 && left.Count == 1, "it is what it was");
    }

    public static void LoopOverCopy(string objects)
    {
        using var kit = new Kit(objects);
        DictionaryProxy<string, int> left = kit.Manager.Dictionary<string, int>([new("a", 1), new("b", 2)]);
        foreach ((string key, int value) in left.ToDictionary())
        {
            Kit.That(left.Remove(key), "it is there");
            left[$"{key}{key}"] = value;
        }
        Kit.That(left.Keys.SequenceEqual(["aa", "bb"]), "what was added did not come up");
    }

    public static void Nest(string objects)
    {
        using var kit = new Kit(objects);
        DictionaryProxy<string, ListProxy<int>> lists = kit.Manager.Dictionary<string, ListProxy<int>>();
        DictionaryProxy<int, Queue<int>> queues = kit.Manager.Dictionary<int, Queue<int>>();
        lists["one"] = kit.Manager.List([1]);
        queues[1] = kit.Queue<int>();
        Kit.End(Kit.Start(Fill, lists, queues));
        Kit.That(lists["one"].ToList().SequenceEqual([1, 2]), "the child added to the list");
        Kit.That(queues[1].Get() == 3 && queues[1].IsEmpty, "and put into the queue");
        ListProxy<int> kept = lists["one"];
        lists.Clear();
        Kit.That(kept.Count == 2, "what is removed from a dictionary goes on");
    }

    public static void CopyValues(string objects)
    {
        using var kit = new Kit(objects);
        DictionaryProxy<(int, string), object?> things = kit.Manager.Dictionary<(int, string), object?>();
        things[(1, "a")] = new List<int> { 1 };
        ((List<int>)things[(1, "a")]!).Add(2);
        Kit.That(things[(1, "a")] is List<int> { Count: 1 }, "it has not changed");
        Kit.Refused<MultiprocessingUsageException>(() => things[(2, "b")] = Thread.CurrentThread);
        Kit.That(things.Count == 1, "nothing was set");
        things[(1, new string('a', 1))] = null;
        Kit.That(things.Count == 1 && things[(1, "a")] is null, "keys are equal when their copies are");
    }

    public static void Lose(string objects)
    {
        using var kit = new Kit(objects);
        DictionaryProxy<string, int> left = kit.Manager.Dictionary<string, int>([new("tickets", 4)]);
        kit.LoseManager(Ask, left);
        Kit.Refused<ManagerLostException>(() => left["tickets"] = 2);
    }

    private static void SetLetters(DictionaryProxy<int, string> letters, int first)
    {
        Kit.That(letters.Name == "letters", "it has come with its name");
        letters[first] = ((char)first).ToString();
        letters.Add(first + 1, ((char)(first + 1)).ToString());
    }

    private static void Add(DictionaryProxy<string, int> seats, int who, Value<int> added, Queue<int> seen)
    {
        seen.Put(seats.GetOrAdd("window", who));
        if (seats.TryAdd("aisle", who))
        {
            _ = added.Add(1);
        }
    }

    private static void Take(DictionaryProxy<string, int> seats, Value<int> sum)
    {
        if (seats.Remove("window", out int seat))
        {
            _ = sum.Add(seat);
        }
    }

    private static void SellTwo(DictionaryProxy<string, int> left, Acquirable gate)
    {
        for (int time = 0; time < 2; time++)
        {
            using (gate.Enter())
            {
                left["tickets"] -= 1;
            }
        }
    }

    private static void MissKeys(DictionaryProxy<string, int> left)
    {
        Kit.Refused<KeyNotFoundException>(() => _ = left["there"]);
        Kit.That(!left.TryGetValue("there", out _), "it is not there");
        left.Add("there", 1);
        Kit.That(left.TryGetValue("there", out int one) && one == 1, "now it is");
    }

    private static void Fill(DictionaryProxy<string, ListProxy<int>> lists, DictionaryProxy<int, Queue<int>> queues)
    {
        lists["one"].Add(2);
        queues[1].Put(3);
    }

    private static void Ask(DictionaryProxy<string, int> left, Semaphore begun, Semaphore gone)
    {
        Kit.That(left["tickets"] == 4, "it is there");
        begun.Release();
        gone.Acquire();
        Kit.Refused<ManagerLostException>(() => _ = left["tickets"]);
        Kit.Refused<ManagerLostException>(() => left.TryGetValue("tickets", out _));
    }
}
