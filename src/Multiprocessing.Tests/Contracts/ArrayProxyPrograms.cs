namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="ArrayProxyContract"/>.</summary>
public static class ArrayProxyPrograms
{
    public static void DoubleElsewhere(string objects)
    {
        using var kit = new Kit(objects);
        ArrayProxy<int> numbers = kit.Manager.Array([0, 1, 2, 3]);
        Kit.End(Kit.Start(Double, numbers));
        Kit.That(numbers.ToArray().SequenceEqual([0, 2, 4, 6]), "the child has doubled them");
    }

    public static void ChangeElements(string objects)
    {
        using var kit = new Kit(objects);
        ArrayProxy<string?> pages = kit.Manager.Array<string?>(["a", "b", null]);
        pages[1] = "B";
        Kit.That(pages.Length == 3 && pages[1] == "B" && pages[^1] is null, "one has changed");
        Kit.Refused<ArgumentOutOfRangeException>(() => _ = pages[3]);
        Kit.Refused<ArgumentOutOfRangeException>(() => pages[-1] = "");
        Kit.That(pages.ToArray().SequenceEqual(["a", "B", null]), "the others have not");
        Kit.That(kit.Manager.Array<int>([]).ToArray().Length == 0, "there may be none");
    }

    public static void ChangeBoth(string objects)
    {
        using var kit = new Kit(objects);
        ArrayProxy<int> numbers = kit.Manager.Array([1, 1]);
        Kit.End(Kit.Start(CountTwice, numbers, 0), Kit.Start(CountTwice, numbers, 1));
        Kit.That(numbers.ToArray().SequenceEqual([3, 3]), "nothing was lost");
    }

    public static void Lose(string objects)
    {
        using var kit = new Kit(objects);
        ArrayProxy<int> numbers = kit.Manager.Array([1]);
        kit.LoseManager(Ask, numbers);
        Kit.Refused<ManagerLostException>(() => numbers[0] = 2);
    }

    private static void Double(ArrayProxy<int> numbers)
    {
        for (int index = 0; index < numbers.Length; index++)
        {
            numbers[index] *= 2;
        }
    }

    private static void CountTwice(ArrayProxy<int> numbers, int index)
    {
        numbers[index]++;
        numbers[index]++;
    }

    private static void Ask(ArrayProxy<int> numbers, Semaphore begun, Semaphore gone)
    {
        Kit.That(numbers[0] == 1, "it is there");
        begun.Release();
        gone.Acquire();
        Kit.Refused<ManagerLostException>(() => _ = numbers.Length);
        Kit.Refused<ManagerLostException>(() => numbers[0] = 2);
    }
}
