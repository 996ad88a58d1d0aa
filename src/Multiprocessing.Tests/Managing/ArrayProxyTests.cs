namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What an array of a manager does, with the server and with a controller alike.</summary>
public sealed class ArrayProxyTests
{
    public static TheoryData<string> Backends => ManagerHost.Backends;

    [Theory]
    [MemberData(nameof(Backends))]
    public void Its_elements_change_and_its_length_does_not(string backend)
    {
        using var host = new ManagerHost(backend);
        ArrayProxy<string> pages = host.Manager.Array(["a", "b", "c"], "pages");
        pages[1] = "B";
        Assert.Equal((3, "B"), (pages.Length, pages[1]));
        Assert.Equal(["a", "B", "c"], pages.ToArray());
        Assert.Contains("pages[3]", Assert.Throws<ArgumentOutOfRangeException>(() => pages[3]).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => pages[-1] = "");
        Assert.Empty(host.Manager.Array<int>([]).ToArray());
    }

    /// <summary>CPython: <c>TestSyncManagerTypes.test_array</c>.</summary>
    [Fact]
    public void A_child_doubles_what_its_parent_reads()
    {
        using var manager = new Manager();
        ArrayProxy<int> numbers = manager.Array([0, 1, 2, 3]);
        Assert.Equal(0, new Process(Double, numbers).RunToEnd());
        Assert.Equal([0, 2, 4, 6], numbers.ToArray());
    }

    private static void Double(ArrayProxy<int> numbers)
    {
        for (int index = 0; index < numbers.Length; index++)
        {
            numbers[index] *= 2;
        }
    }
}
