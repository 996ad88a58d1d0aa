namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="NamespaceProxyContract"/>.</summary>
public static class NamespaceProxyPrograms
{
    public static void SetAndRemove(string objects)
    {
        using var kit = new Kit(objects);
        NamespaceProxy settings = kit.Manager.Namespace();
        settings.Set("job", "Build");
        settings.Set("count", 3);
        settings.Set<int[]?>("sizes", null);
        settings.Set("count", 4);
        Kit.That(settings.Names.SequenceEqual(["job", "count", "sizes"]), "names stand as they came");
        Kit.That(settings.Get<string>("job") == "Build" && settings.Get<int>("count") == 4, "with what was set last");
        Kit.That(settings.Get<int[]?>("sizes") is null, "which may be nothing");
        settings.Remove("job");
        Kit.That(!settings.Contains("job") && !settings.TryGet("job", out string? _), "one is gone");
        Kit.That(settings.TryGet("count", out int count) && count == 4, "the others are not");
    }

    public static void SetElsewhere(string objects)
    {
        using var kit = new Kit(objects);
        NamespaceProxy settings = kit.Manager.Namespace("settings");
        settings.Set("x", 0);
        settings.Set("y", 1);
        Kit.End(Kit.Start(Change, settings));
        Kit.That(settings.Get<int>("x") == 1 && settings.Get<int>("y") == 1, "only one has changed");
        Kit.That(settings.Get<string>("name") == "child", "and one has come");
    }

    public static void Refuse(string objects)
    {
        using var kit = new Kit(objects);
        NamespaceProxy settings = kit.Manager.Namespace();
        settings.Set("count", 3);
        Kit.Refused<KeyNotFoundException>(() => settings.Get<int>("depth"));
        Kit.Refused<KeyNotFoundException>(() => settings.Remove("depth"));
        Kit.Refused<InvalidCastException>(() => settings.Get<string>("count"));
        Kit.Refused<MultiprocessingUsageException>(() => settings.Set("count", Thread.CurrentThread));
        Kit.That(settings.Get<int>("count") == 3 && settings.Names.Count == 1, "it is what it was");
    }

    public static void Lose(string objects)
    {
        using var kit = new Kit(objects);
        NamespaceProxy settings = kit.Manager.Namespace();
        settings.Set("x", 1);
        kit.LoseManager(Ask, settings);
        Kit.Refused<ManagerLostException>(() => settings.Set("x", 2));
    }

    private static void Change(NamespaceProxy settings)
    {
        Kit.That(settings.Name == "settings", "it has come with its name");
        settings.Set("x", settings.Get<int>("x") + 1);
        settings.Set("name", "child");
    }

    private static void Ask(NamespaceProxy settings, Semaphore begun, Semaphore gone)
    {
        Kit.That(settings.Get<int>("x") == 1, "it is there");
        begun.Release();
        gone.Acquire();
        Kit.Refused<ManagerLostException>(() => settings.Get<int>("x"));
        Kit.Refused<ManagerLostException>(() => settings.TryGet("x", out int _));
    }
}
