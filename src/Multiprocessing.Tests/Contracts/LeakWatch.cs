namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>Checks after a class of tests that it left no process, no descriptor and no named memory behind.</summary>
public sealed class LeakWatch : IDisposable
{
    private readonly Leaks? _before;

    public LeakWatch()
    {
        // Made where all tests of the class are skipped, too; most of them are slow ones.
        if (!AllTests.AreWanted)
        {
            return;
        }
        // What the runtime and the session open once, they have open now.
        using (var manager = new Manager())
        {
            _ = manager.Value(1).Value;
            Assert.Equal(0, new Process(Children.Nothing).RunToEnd());
        }
        _before = Leaks.Now();
    }

    public void Dispose()
    {
        if (_before is not null)
        {
            Leaks.CheckSince(_before);
        }
    }
}
