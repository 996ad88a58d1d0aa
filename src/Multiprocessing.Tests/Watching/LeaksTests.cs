using System.Net.Sockets;
using ConcurrencyKatas.Multiprocessing.Tests.Contracts;
using Xunit.v3;

namespace ConcurrencyKatas.Multiprocessing.Tests.Watching;

/// <summary>That what a class of tests leaves behind is seen, and that every class is looked at.</summary>
public sealed class LeaksTests
{
    [Fact]
    public void A_process_that_still_runs_is_seen()
    {
        var before = Leaks.Now();
        var running = new Semaphore(0);
        using var child = new Process(Children.Stay, running);
        child.Start();
        Seen(before, $"Processes are left: {child.Id}.");
        child.Kill();
        child.JoinWatched();
        Leaks.CheckSince(before);
    }

    [Fact]
    public void A_process_that_has_ended_and_was_not_joined_is_seen()
    {
        Needs.Proc();
        var before = Leaks.Now();
        var end = new Semaphore(0);
        using var child = new Process(Children.AcquireOnce, end);
        child.Start();
        int watched = Watchdog.Watch(child.Id ?? 0);
        end.Release();
        Assert.True(Watchdog.HasEnded(watched, Watchdog.Limit));
        Seen(before, $"Processes are left: {child.Id}.");
        child.JoinWatched();
    }

    [Fact]
    public void An_end_of_a_pipe_that_is_open_is_seen()
    {
        Needs.Proc();
        var before = Leaks.Now();
        var (first, second) = Pipe.Create();
        Seen(before, "2 descriptors are left.");
        first.Close();
        second.Close();
        Leaks.CheckSince(before);
    }

    [Fact]
    public void A_socket_that_is_open_is_seen()
    {
        Needs.Proc();
        var before = Leaks.Now();
        using (new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            Seen(before, "1 descriptors are left.");
        }
        Leaks.CheckSince(before);
    }

    [Fact]
    public void Named_memory_is_seen()
    {
        Needs.Proc();
        var before = Leaks.Now();
        string path = $"/dev/shm/concurrency-katas-{Environment.ProcessId}";
        File.WriteAllText(path, "");
        try
        {
            Seen(before, $"Named memory is left: {path}.");
        }
        finally
        {
            File.Delete(path);
        }
        Leaks.CheckSince(before);
    }

    [Fact]
    public void Every_class_of_tests_is_watched()
    {
        var collection = Assert.IsAssignableFrom<IXunitTestCollection>(TestContext.Current.TestCollection);
        Assert.Contains(typeof(ClassLeaks), collection.CollectionFixtureTypes);
        Assert.DoesNotContain(
            typeof(LeaksTests).Assembly.GetTypes(),
            static type =>
                type.CustomAttributes.Any(static mark =>
                    mark.AttributeType.Name.StartsWith("Collection", StringComparison.Ordinal)
                )
        );
    }

    private static void Seen(Leaks before, string what)
    {
        TextWriter own = Console.Error;
        using var said = new StringWriter();
        Console.SetError(said);
        try
        {
            Assert.Contains(what, Assert.ThrowsAny<Exception>(() => Leaks.CheckSince(before)).Message);
        }
        finally
        {
            Console.SetError(own);
        }
        Assert.Contains(what, said.ToString());
    }
}
