namespace ConcurrencyKatas.JoinableKitchen;

/// <summary>The guests. Do not edit: graders use their own copy.</summary>
public static class Guests
{
    /// <summary>A guest thinks it over, and orders a dish. For a waiter's process.</summary>
    /// <param name="waiter">The waiter's number, from 1.</param>
    /// <param name="number">Which of the waiter's orders it is, from 1.</param>
    public static Order Choose(int waiter, int number)
    {
        Mark.On($"dish {waiter}.{number}").Record($"is ordered from waiter {waiter}");
        return new Order(waiter, number);
    }

    /// <summary>A guest is served a dish and eats it, which takes its time. For the process of the cook who has cooked it.</summary>
    public static void Eat(Order order) => Mark.On($"dish {order.Waiter}.{order.Number}").Record("is eaten");
}
