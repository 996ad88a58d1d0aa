namespace ConcurrencyKatas.Multiprocessing.Tests;

public sealed class ListProxyTests
{
    public static TheoryData<string> Backends => ManagerHost.Backends;

    /// <summary>CPython: <c>_TestContainers.test_list</c>.</summary>
    [Theory]
    [MemberData(nameof(Backends))]
    public void Items_come_back_in_their_order(string backend)
    {
        using var host = new ManagerHost(backend);
        ListProxy<string> list = host.Manager.List(["b"]);
        list.Add("c");
        list.Insert(0, "a");
        list.AddRange(["d", "e"]);
        list[4] += "!";
        Assert.Equal(["a", "b", "c", "d", "e!"], list.ToList());
        list.Reverse();
        Assert.Equal("e!", list[0]);
        Assert.Equal(5, list.Count);
    }

    /// <summary>CPython: <c>_TestContainers.test_list_iter</c>.</summary>
    [Theory]
    [MemberData(nameof(Backends))]
    public void A_loop_goes_over_a_copy_and_is_not_disturbed_by_changes(string backend)
    {
        using var host = new ManagerHost(backend);
        ListProxy<int> list = host.Manager.List([1, 2, 3]);
        List<int> seen = [];
        foreach (int item in list.ToList())
        {
            list.Add(item * 10);
            seen.Add(item);
        }
        Assert.Equal([1, 2, 3], seen);
        Assert.Equal([1, 2, 3, 10, 20, 30], list.ToList());
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void What_is_taken_out_is_handed_over(string backend)
    {
        using var host = new ManagerHost(backend);
        ListProxy<int> list = host.Manager.List([1, 2, 3]);
        Assert.Equal(1, list.RemoveAt(0));
        Assert.Equal(3, list.RemoveLast());
        Assert.True(list.Contains(2));
        Assert.Equal(-1, list.IndexOf(1));
        list.Clear();
        Assert.Contains("empty", Assert.Throws<InvalidOperationException>(() => list.RemoveLast()).Message);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void An_index_outside_is_refused(string backend)
    {
        using var host = new ManagerHost(backend);
        ListProxy<int> list = host.Manager.List([1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[-1] = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => list.RemoveAt(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => list.Insert(2, 0));
        list.Insert(1, 2);
        Assert.Equal([1, 2], list.ToList());
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_value_is_replaced_as_a_whole(string backend)
    {
        using var host = new ManagerHost(backend);
        ValueProxy<string?> value = host.Manager.Value<string?>(null);
        Assert.Null(value.Value);
        value.Value = "there";
        Assert.Equal("there", value.Value);
    }
}
