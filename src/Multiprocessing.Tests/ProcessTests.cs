namespace ConcurrencyKatas.Multiprocessing.Tests;

public sealed class ProcessTests
{
    [Fact]
    public void A_child_that_returns_has_exit_code_zero()
    {
        using var child = new Process(Nothing);
        child.Start();
        child.Join();
        Assert.Equal(0, child.ExitCode);
    }

    [Fact]
    public void A_child_that_throws_has_exit_code_one()
    {
        using var child = new Process(Throw, "on purpose");
        child.Start();
        child.Join();
        Assert.Equal(1, child.ExitCode);
    }

    private static void Nothing() { }

    private static void Throw(string message) => throw new InvalidOperationException(message);
}
