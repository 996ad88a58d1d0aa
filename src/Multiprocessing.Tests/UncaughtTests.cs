namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What a process prints that ends by an exception which nobody caught.</summary>
public sealed class UncaughtTests
{
    [Fact]
    public void A_child_prints_type_and_message_first_and_then_only_frames_of_the_students_code()
    {
        string printed = StandardError.During(static () =>
        {
            using var child = new Process(Children.Throw, "on purpose") { Name = "thrower" };
            Assert.Equal(1, child.RunToEnd());
        });
        string[] lines = printed.TrimEnd().Split('\n');
        Assert.Equal("Process thrower:", lines[0]);
        Assert.Equal("InvalidOperationException: on purpose", lines[1]);
        Assert.Matches(@"^   at Children\.Throw in .*Children\.cs:\d+$", Assert.Single(lines[2..]));
    }

    [Fact]
    public void The_code_of_a_subclass_of_Process_is_the_students_too()
    {
        string printed = StandardError.During(static () => Assert.Equal(1, new Thrower().RunToEnd()));
        Assert.Contains($"at {nameof(Thrower)}.{nameof(Thrower.Run)} in ", printed);
        Assert.DoesNotContain("ConcurrencyKatas.Control", printed);
    }

    [Fact]
    public void What_caused_an_exception_and_what_a_pools_worker_threw_are_printed_with_their_frames()
    {
        string printed = StandardError.During(static () => Assert.Equal(1, new Process(AskAPool).RunToEnd()));
        Assert.Contains("InvalidOperationException: wrapped, on purpose", printed);
        Assert.Contains("caused by System.ArgumentException: not seven", printed);
        Assert.Contains($"at {nameof(PoolWork)}.{nameof(PoolWork.ThrowForSeven)} in ", printed);
        Assert.DoesNotContain("ConcurrencyKatas.Control", printed);
    }

    private static void AskAPool()
    {
        using var pool = new Pool(1);
        try
        {
            _ = pool.Apply(PoolWork.ThrowForSeven, 7);
        }
        catch (RemoteException exception)
        {
            throw new InvalidOperationException("wrapped, on purpose", exception);
        }
    }

    private sealed class Thrower : Process
    {
        public override void Run() => throw new InvalidOperationException("of a subclass, on purpose");
    }
}
