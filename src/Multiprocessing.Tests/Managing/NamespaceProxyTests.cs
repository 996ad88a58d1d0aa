namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What a namespace of a manager does, with the server and with a controller alike.</summary>
public sealed class NamespaceProxyTests
{
    public static TheoryData<string> Backends => ManagerHost.Backends;

    /// <summary>CPython: <c>_TestContainers.test_namespace</c>.</summary>
    [Theory]
    [MemberData(nameof(Backends))]
    public void Names_hold_values_of_any_type_until_they_are_removed(string backend)
    {
        using var host = new ManagerHost(backend);
        NamespaceProxy settings = host.Manager.Namespace("settings");
        settings.Set("job", "Build");
        settings.Set("count", 3);
        settings.Set<int[]?>("sizes", null);
        Assert.Equal("Build", settings.Get<string>("job"));
        Assert.Equal(3, settings.Get<int>("count"));
        Assert.Null(settings.Get<int[]?>("sizes"));
        Assert.Equal(["job", "count", "sizes"], settings.Names);
        settings.Remove("job");
        Assert.False(settings.Contains("job"));
        Assert.True(settings.Contains("count"));
        Assert.False(settings.TryGet("job", out string? _));
        Assert.True(settings.TryGet("count", out int count));
        Assert.Equal(3, count);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_name_that_is_not_there_and_a_type_that_is_wrong_are_said(string backend)
    {
        using var host = new ManagerHost(backend);
        NamespaceProxy settings = host.Manager.Namespace("settings");
        settings.Set("count", 3);
        Assert.Contains(
            "settings.depth",
            Assert.Throws<KeyNotFoundException>(() => settings.Get<int>("depth")).Message
        );
        Assert.Throws<KeyNotFoundException>(() => settings.Remove("depth"));
        Assert.Contains(
            "settings.count",
            Assert.Throws<InvalidCastException>(() => settings.Get<string>("count")).Message
        );
        Assert.Throws<ArgumentException>(() => settings.Get<int>(""));
    }

    /// <summary>CPython: <c>TestSyncManagerTypes.test_namespace</c>.</summary>
    [Fact]
    public void A_child_sets_what_its_parent_reads()
    {
        using var manager = new Manager();
        NamespaceProxy settings = manager.Namespace();
        settings.Set("x", 0);
        settings.Set("y", 1);
        Assert.Equal(0, new Process(Change, settings).RunToEnd());
        Assert.Equal((1, "child", 1), (settings.Get<int>("x"), settings.Get<string>("name"), settings.Get<int>("y")));
    }

    private static void Change(NamespaceProxy settings)
    {
        settings.Set("x", settings.Get<int>("x") + 1);
        settings.Set("name", "child");
    }
}
