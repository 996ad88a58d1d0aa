namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Invariants are checked in what ships, not only in what is debugged.</summary>
public sealed class InvariantTests
{
    private int _asked;

    private int Units => ++_asked;

    [Fact]
    public void What_cannot_be_is_an_error_that_says_the_values()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Invariant.Holds(false, $"Rooms has {Units} units."));

        Assert.Equal("Rooms has 1 units. This is a defect of the arbiter.", error.Message);
    }

    [Fact]
    public void What_holds_puts_no_message_together()
    {
        Invariant.Holds(true, $"Rooms has {Units} units.");

        Assert.Equal(0, _asked);
    }
}
