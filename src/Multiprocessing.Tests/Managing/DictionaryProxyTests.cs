namespace ConcurrencyKatas.Multiprocessing.Tests;

public sealed class DictionaryProxyTests
{
    public static TheoryData<string> Backends => ManagerHost.Backends;

    [SlowTheory]
    [MemberData(nameof(Backends))]
    public void What_was_set_can_be_read(string backend)
    {
        using var host = new ManagerHost(backend);
        DictionaryProxy<string, int> left = host.Manager.Dictionary<string, int>();
        left["count"] = 100;
        left["count"] -= 1;
        Assert.Equal(99, left["count"]);
        Assert.Equal(1, left.Count);
        Assert.True(left.ContainsKey("count"));
        Assert.False(left.ContainsKey("Count"));
    }

    /// <summary>CPython: <c>_TestContainers.test_dict</c>.</summary>
    [SlowTheory]
    [MemberData(nameof(Backends))]
    public void It_begins_with_what_it_was_given_and_keeps_the_order_of_keys(string backend)
    {
        using var host = new ManagerHost(backend);
        var given = new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 };
        DictionaryProxy<string, int> proxy = host.Manager.Dictionary(given);
        proxy["c"] = 3;
        Assert.True(proxy.Remove("b"));
        proxy["b"] = 4;
        Assert.Equal(["a", "c", "b"], proxy.Keys);
        Assert.Equal([1, 3, 4], proxy.Values);
        Assert.Equal([new("a", 1), new("c", 3), new("b", 4)], proxy.ToDictionary());
        Assert.Equal(2, given["b"]);
    }

    /// <summary>CPython: <c>_TestContainers.test_dict_iter</c>, where a loop over keys that change is an error.</summary>
    [SlowTheory]
    [MemberData(nameof(Backends))]
    public void A_loop_goes_over_a_copy_and_is_not_disturbed_by_changes(string backend)
    {
        using var host = new ManagerHost(backend);
        DictionaryProxy<string, int> proxy = host.Manager.Dictionary<string, int>([new("a", 1), new("b", 2)]);
        foreach ((string key, int value) in proxy.ToDictionary())
        {
            Assert.True(proxy.Remove(key));
            proxy[$"{key}{key}"] = value;
        }
        Assert.Equal(["aa", "bb"], proxy.Keys);
    }

    [SlowTheory]
    [MemberData(nameof(Backends))]
    public void A_missing_key_is_an_exception_that_names_the_key_and_carries_the_remote_trace(string backend)
    {
        using var host = new ManagerHost(backend);
        DictionaryProxy<string, int> left = host.Manager.Dictionary<string, int>(name: "left");
        var thrown = Assert.Throws<KeyNotFoundException>(() => left["cuont"]);
        Assert.Contains("left[\"cuont\"]", thrown.Message);
        var remote = Assert.IsType<RemoteException>(thrown.InnerException);
        Assert.Equal(typeof(KeyNotFoundException).FullName, remote.TypeName);
        Assert.Equal(backend == "real", remote.RemoteTrace.Contains("ManagerServer"));
    }

    [SlowTheory]
    [MemberData(nameof(Backends))]
    public void A_key_is_added_once(string backend)
    {
        using var host = new ManagerHost(backend);
        DictionaryProxy<string, int> proxy = host.Manager.Dictionary<string, int>();
        proxy.Add("a", 1);
        Assert.False(proxy.TryAdd("a", 2));
        Assert.True(proxy.TryAdd("b", 2));
        Assert.Equal(1, proxy.GetOrAdd("a", 3));
        Assert.Equal(3, proxy.GetOrAdd("c", 3));
        Assert.Throws<ArgumentException>(() => proxy.Add("a", 4));
        Assert.Equal(1, proxy["a"]);
    }

    [SlowTheory]
    [MemberData(nameof(Backends))]
    public void What_is_taken_out_is_handed_over_once(string backend)
    {
        using var host = new ManagerHost(backend);
        DictionaryProxy<int, string> proxy = host.Manager.Dictionary<int, string>();
        proxy.Update([new(1, "one"), new(2, "two")]);
        Assert.True(proxy.Remove(1, out string? taken));
        Assert.Equal("one", taken);
        Assert.False(proxy.Remove(1, out taken));
        Assert.Null(taken);
        Assert.False(proxy.TryGetValue(1, out _));
        Assert.True(proxy.TryGetValue(2, out taken));
        Assert.Equal("two", taken);
        proxy.Clear();
        Assert.Equal(0, proxy.Count);
    }

    [SlowTheory]
    [MemberData(nameof(Backends))]
    public void A_value_that_was_read_is_a_copy(string backend)
    {
        using var host = new ManagerHost(backend);
        DictionaryProxy<string, List<int>> proxy = host.Manager.Dictionary<string, List<int>>();
        proxy["list"] = [1];
        proxy["list"].Add(2);
        Assert.Equal([1], proxy["list"]);
    }

    [SlowTheory]
    [MemberData(nameof(Backends))]
    public void A_proxy_inside_a_dictionary_stays_the_same_object(string backend)
    {
        using var host = new ManagerHost(backend);
        DictionaryProxy<string, ListProxy<int>> proxy = host.Manager.Dictionary<string, ListProxy<int>>();
        proxy["list"] = host.Manager.List([1]);
        proxy["list"].Add(2);
        Assert.Equal([1, 2], proxy["list"].ToList());
    }

    [SlowTheory]
    [MemberData(nameof(Backends))]
    public void Keys_are_equal_when_their_copies_are(string backend)
    {
        using var host = new ManagerHost(backend);
        DictionaryProxy<(int, string), DayOfWeek?> proxy = host.Manager.Dictionary<(int, string), DayOfWeek?>();
        proxy[(1, "a")] = DayOfWeek.Friday;
        proxy[(1, new string('a', 1))] = null;
        Assert.Equal(1, proxy.Count);
        Assert.Null(proxy[(1, "a")]);
    }

    [SlowTheory]
    [MemberData(nameof(Backends))]
    public void What_cannot_travel_is_refused_with_its_place(string backend)
    {
        using var host = new ManagerHost(backend);
        DictionaryProxy<string, object> proxy = host.Manager.Dictionary<string, object>(name: "things");
        var thrown = Assert.Throws<MultiprocessingUsageException>(() => proxy["me"] = Thread.CurrentThread);
        Assert.Contains("things[\"me\"]", thrown.Message);
        Assert.Equal(0, proxy.Count);
        thrown = Assert.Throws<MultiprocessingUsageException>(() => proxy["manager"] = host.Manager);
        Assert.Contains("Pass the proxies", thrown.Message);
    }

    [SlowTheory]
    [MemberData(nameof(Backends))]
    public void An_object_that_would_become_too_large_is_refused_and_left_as_it_is(string backend)
    {
        using var host = new ManagerHost(backend);
        DictionaryProxy<string, byte[]> proxy = host.Manager.Dictionary<string, byte[]>();
        proxy["a"] = new byte[9_000_000];
        Assert.Contains(
            "16 MiB",
            Assert.Throws<InvalidOperationException>(() => proxy["b"] = new byte[9_000_000]).Message
        );
        Assert.Equal(["a"], proxy.Keys);
        proxy["a"] = new byte[9_000_001]; // takes the place of what was there
        Assert.Throws<InvalidOperationException>(() => proxy.TryAdd("b", new byte[9_000_000]));
        proxy.Clear();
        proxy["b"] = new byte[9_000_000];
        Assert.Equal(9_000_000, proxy["b"].Length);
    }
}
