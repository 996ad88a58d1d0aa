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
        // What the runtime and the session open once, they have open now: what children and managers need,
        using (var manager = new Manager())
        {
            _ = manager.Value(1).Value;
            Assert.Equal(0, new Process(Children.Nothing).RunToEnd());
        }
        // standard error, to which a pool prints what a callback throws,
        Console.Error.Flush();
        // and a socket, at which ends of pipes that are sent in messages are fetched.
        (Connection one, Connection other) = Pipe.Create();
        one.Send(one);
        other.Receive<Connection>().Close();
        one.Close();
        other.Close();
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
