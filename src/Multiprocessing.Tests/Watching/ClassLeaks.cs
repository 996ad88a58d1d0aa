using ConcurrencyKatas.Multiprocessing.Tests.Contracts;

namespace ConcurrencyKatas.Multiprocessing.Tests.Watching;

/// <summary>
/// Checks after a class of tests, once its own fixtures have been disposed of, that it left no process, no descriptor and no
/// named memory behind.
/// </summary>
public sealed class ClassLeaks : IDisposable
{
    private static bool s_isWarm;

    private readonly Leaks _before;

    public ClassLeaks()
    {
        WarmUp();
        _before = Leaks.Now();
    }

    public void Dispose()
    {
        try
        {
            Leaks.CheckSince(_before);
        }
        catch (Exception problem)
        {
            // Some runners say neither what a class left behind nor what is printed.
            File.AppendAllText(
                Path.Combine(AppContext.BaseDirectory, "leaks.txt"),
                $"{TestContext.Current.TestCollection?.TestCollectionDisplayName}: {problem.Message}\n"
            );
            throw;
        }
    }

    // What the runtime, the session and the post office, which has a socket as long as its process lives, open once.
    private static void WarmUp()
    {
        if (s_isWarm)
        {
            return;
        }
        s_isWarm = true;
        _ = (Console.Out, Console.Error); // The console has descriptors of its own for them.
        using (var manager = new Manager())
        {
            _ = manager.Value(1).Value;
            Assert.Equal(0, new Process(Children.Nothing).RunToEnd());
        }
        if (Needs.CanHandOver)
        {
            using var queue = new Queue<Connection>();
            var (first, second) = Pipe.Create();
            queue.Put(first);
            using Connection came = queue.Get();
            first.Close();
            second.Close();
        }
    }
}
