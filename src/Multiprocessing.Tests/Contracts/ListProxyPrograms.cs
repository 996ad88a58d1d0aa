namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="ListProxyContract"/>.</summary>
public static class ListProxyPrograms
{
    public static void ChangeInPlace(string objects)
    {
        using var kit = new Kit(objects);
        ListProxy<string?> words = kit.Manager.List<string?>(["b"]);
        words.Add("c");
        words.Insert(0, "a");
        words.AddRange(["d", null]);
        words[3] += "!";
        Kit.That(words.ToList().SequenceEqual(["a", "b", "c", "d!", null]), "each is in its place");
        words.Reverse();
        Kit.That(words[0] is null && words.Count == 5, "they have turned around");
        Kit.That(words.IndexOf("a") == 4 && words.IndexOf("x") == -1, "an item has one place, or none");
        Kit.That(words.Contains(null) && !words.Contains("d"), "nothing is an item too");
        Kit.That(words.RemoveAt(1) == "d!" && words.RemoveLast() == "a", "what is removed is handed over");
        words.Clear();
        Kit.That(words.Count == 0, "it is empty");
        Kit.Refused<InvalidOperationException>(() => words.RemoveLast());
    }

    public static void AddElsewhere(string objects)
    {
        using var kit = new Kit(objects);
        ListProxy<int> numbers = kit.Manager.List<int>([7]);
        Kit.End(Kit.Start(AddTwo, numbers, 10), Kit.Start(AddTwo, numbers, 20));
        List<int> all = numbers.ToList();
        Kit.That(all[0] == 7 && all.Order().SequenceEqual([7, 10, 11, 20, 21]), "nothing was lost");
        Kit.That(all.IndexOf(10) < all.IndexOf(11) && all.IndexOf(20) < all.IndexOf(21), "each child's are in order");
    }

    public static void TakeOut(string objects)
    {
        using var kit = new Kit(objects);
        ListProxy<int> numbers = kit.Manager.List([1, 2, 4]);
        var (sum, refused) = (new Value<int>(), new Value<int>());
        Kit.End(Kit.Start(TakeTwo, numbers, sum, refused), Kit.Start(TakeTwo, numbers, sum, refused));
        Kit.That(sum.Value == 7 && numbers.Count == 0, "each came to one");
        Kit.That(refused.Value == 1, "and one found nothing");
    }

    public static void RefuseOutside(string objects)
    {
        using var kit = new Kit(objects);
        ListProxy<int> numbers = kit.Manager.List([1]);
        Kit.End(Kit.Start(GoOutside, numbers));
        Kit.That(numbers.ToList().SequenceEqual([1, 2]), "only what was not refused was done");
    }

    public static void LoopOverCopy(string objects)
    {
        using var kit = new Kit(objects);
        ListProxy<int> numbers = kit.Manager.List([1, 2, 3]);
        int seen = 0;
        foreach (int number in numbers.ToList())
        {
            numbers.Add(number * 10);
            seen += number;
        }
        Kit.That(seen == 6 && numbers.Count == 6, "what was added did not come up");
    }

    public static void Nest(string objects)
    {
        using var kit = new Kit(objects);
        ListProxy<ListProxy<int>> outer = kit.Manager.List<ListProxy<int>>();
        ListProxy<int> inner = kit.Manager.List([1], "inner");
        outer.Add(inner);
        outer.Add(inner);
        Kit.End(Kit.Start(AddToSecond, outer));
        Kit.That(inner.ToList().SequenceEqual([1, 2]), "the child changed this one");
        Kit.That(outer[0].Count == 2 && outer.Count == 2, "it is there twice");
        outer.Clear();
        Kit.That(inner.Count == 2, "what is removed from a list goes on");
    }

    public static void CopyItems(string objects)
    {
        using var kit = new Kit(objects);
        ListProxy<object> things = kit.Manager.List<object>([new List<int> { 1 }]);
        ((List<int>)things[0]).Add(2);
        Kit.That(((List<int>)things[0]).Count == 1, "it has not changed");
        Kit.Refused<MultiprocessingUsageException>(() => things.Add(Thread.CurrentThread));
        Kit.Refused<MultiprocessingUsageException>(() => things[0] = Thread.CurrentThread);
        Kit.That(things.Count == 1 && things[0] is List<int>, "nothing was put");
    }

    public static void Lose(string objects)
    {
        using var kit = new Kit(objects);
        ListProxy<int> numbers = kit.Manager.List([1]);
        kit.LoseManager(Ask, numbers);
        Kit.Refused<ManagerLostException>(() => numbers.Add(2));
    }

    private static void AddTwo(ListProxy<int> numbers, int first)
    {
        numbers.Add(first);
        numbers.Add(first + 1);
    }

    private static void TakeTwo(ListProxy<int> numbers, Value<int> sum, Value<int> refused)
    {
        for (int time = 0; time < 2; time++)
        {
            try
            {
                _ = sum.Add(numbers.RemoveLast());
            }
            catch (InvalidOperationException)
            {
                _ = refused.Add(1);
            }
        }
    }

    private static void GoOutside(ListProxy<int> numbers)
    {
        Kit.Refused<ArgumentOutOfRangeException>(() => _ = numbers[1]);
        Kit.Refused<ArgumentOutOfRangeException>(() => numbers[-1] = 0);
        Kit.Refused<ArgumentOutOfRangeException>(() => numbers.RemoveAt(1));
        Kit.Refused<ArgumentOutOfRangeException>(() => numbers.Insert(2, 0));
        numbers.Insert(1, 2);
    }

    private static void AddToSecond(ListProxy<ListProxy<int>> outer)
    {
        Kit.That(outer[1].Name == "inner", "it has come with its name");
        outer[1].Add(2);
    }

    private static void Ask(ListProxy<int> numbers, Semaphore begun, Semaphore gone)
    {
        Kit.That(numbers[0] == 1, "it is there");
        begun.Release();
        gone.Acquire();
        Kit.Refused<ManagerLostException>(() => _ = numbers.Count);
        Kit.Refused<ManagerLostException>(() => numbers.Add(2));
    }
}
