namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Objects of a manager that hold other objects of it: they stay alive, and are the same everywhere.</summary>
public sealed class NestedProxyTests
{
    public static TheoryData<string> Backends => ManagerHost.Backends;

    /// <summary>CPython: <c>_TestContainers.test_list_proxy_in_list</c>.</summary>
    [Theory]
    [MemberData(nameof(Backends))]
    public void A_list_in_a_list_is_changed_where_it_is(string backend)
    {
        using var host = new ManagerHost(backend);
        ListProxy<ListProxy<int>> outer = host.Manager.List<ListProxy<int>>();
        for (int row = 0; row < 3; row++)
        {
            outer.Add(host.Manager.List<int>([0, 0]));
        }
        outer[1][0] = 5;
        outer[2].Add(7);
        Assert.Equal(
            [
                [0, 0],
                [5, 0],
                [0, 0, 7],
            ],
            outer.ToList().Select(inner => inner.ToList())
        );
        ListProxy<int> kept = outer[2];
        outer.Clear();
        Assert.Equal([0, 0, 7], kept.ToList());
    }

    /// <summary>CPython: <c>_TestContainers.test_dict_proxy_nested</c>.</summary>
    [Theory]
    [MemberData(nameof(Backends))]
    public void A_dictionary_in_a_dictionary_lives_on_when_its_key_is_gone(string backend)
    {
        using var host = new ManagerHost(backend);
        Manager manager = host.Manager;
        DictionaryProxy<string, int> pets = manager.Dictionary<string, int>([new("ferrets", 2)]);
        DictionaryProxy<string, DictionaryProxy<string, int>> all = manager.Dictionary<
            string,
            DictionaryProxy<string, int>
        >([new("pets", pets)]);
        all["pets"]["hamsters"] = 4;
        Assert.Equal(4, pets["hamsters"]);
        DictionaryProxy<string, int> same = all["pets"];
        Assert.True(all.Remove("pets"));
        same["hamsters"] += 1;
        Assert.Equal((5, 2), (pets["hamsters"], pets["ferrets"]));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_fetched_copy_of_what_is_no_proxy_changes_nothing(string backend)
    {
        using var host = new ManagerHost(backend);
        DictionaryProxy<string, List<int>> all = host.Manager.Dictionary<string, List<int>>();
        all["l"] = [1];
        all["l"].Add(2);
        Assert.Equal([1], all["l"]);
    }

    /// <summary>CPython: <c>_TestContainers.test_nested_queue</c>.</summary>
    [Fact]
    public void Queues_and_locks_in_containers_and_queues_are_the_same_ones()
    {
        using var manager = new Manager();
        QueueProxy<int> orders = manager.Queue<int>();
        ListProxy<QueueProxy<int>> list = manager.List<QueueProxy<int>>([orders]);
        NamespaceProxy all = manager.Namespace();
        LockProxy gate = manager.Lock();
        all.Set("gate", gate);
        all.Set("orders", list);
        QueueProxy<QueueProxy<int>> mail = manager.Queue<QueueProxy<int>>();
        mail.Put(orders);
        gate.Acquire();
        Assert.Equal(0, new Process(UseNested, all, mail).RunToEnd());
        Assert.True(gate.TryAcquire());
        Assert.Equal((1, 2), (orders.Get(), orders.Get()));
    }

    private static void UseNested(NamespaceProxy all, QueueProxy<QueueProxy<int>> mail)
    {
        all.Get<LockProxy>("gate").Release();
        all.Get<ListProxy<QueueProxy<int>>>("orders")[0].Put(1);
        mail.Get().Put(2);
    }
}
