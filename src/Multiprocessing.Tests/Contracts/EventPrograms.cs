namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="EventContract"/>.</summary>
public static class EventPrograms
{
    public static void TimeOut(string objects)
    {
        using var kit = new Kit(objects);
        EventBase opening = kit.Event();
        Kit.That(!opening.IsSet, "it is not set");
        Kit.That(!opening.Wait(TimeSpan.Zero), "it lets nobody through");
        Kit.That(!opening.Wait(TimeSpan.FromTicks(5)), "nor after some time");
    }

    public static void SetAndClear(string objects)
    {
        using var kit = new Kit(objects);
        EventBase opening = kit.Event();
        opening.Set();
        opening.Set();
        Kit.That(opening.IsSet, "it is set");
        Kit.That(opening.Wait(TimeSpan.Zero), "it lets through at once");
        opening.Wait();
        opening.Wait();
        opening.Clear();
        Kit.That(!opening.IsSet && !opening.Wait(TimeSpan.Zero), "it is not set any more");
    }

    public static void SetElsewhere(string objects)
    {
        using var kit = new Kit(objects);
        EventBase opening = kit.Event();
        Process opener = Kit.Start(Open, opening);
        opening.Wait();
        Kit.That(opening.IsSet, "it stays set");
        Kit.End(opener);
    }

    public static void LetAllThrough(string objects)
    {
        using var kit = new Kit(objects);
        EventBase opening = kit.Event();
        Process[] guests = [Kit.Start(Await, opening), Kit.Start(Await, opening)];
        opening.Set();
        Kit.End(guests);
    }

    private static void Open(EventBase opening) => opening.Set();

    private static void Await(EventBase opening) => opening.Wait();
}
