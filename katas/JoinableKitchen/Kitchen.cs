namespace ConcurrencyKatas.JoinableKitchen;

/// <summary>A kitchen: waiters hang orders on the rail, cooks take them from it.</summary>
public static class Kitchen
{
    /// <summary>Opens for an evening and returns when every dish that was ordered is eaten. Runs in the main process.</summary>
    /// <param name="waiters">How many waiters there are; they are numbered from 1.</param>
    /// <param name="dishes">How many dishes each of them has ordered; they are numbered from 1.</param>
    /// <param name="cooks">How many cooks there are; they are numbered from 1.</param>
    public static void Open(int waiters, int dishes, int cooks)
    {
        // Yours to write: a rail, the waiters, the cooks, and a wait for the right things in the right order.
        //
        //     var cooking = new Process(Cook, cook) { Name = $"cook-{cook}", IsDaemon = true };
        //
        // makes a process that will call Cook(cook) once cooking.Start() is called, and that is ended with main.
    }

    /// <summary>One waiter's evening. Runs in the waiter's own process, which sees its arguments only.</summary>
    private static void Wait(int waiter, int dishes)
    {
        for (var number = 1; number <= dishes; number++)
        {
            var order = Guests.Choose(waiter, number);
        }
    }

    /// <summary>
    /// One cook's evening: takes an order from the rail, cooks it with Stove.Cook, has it eaten with Guests.Eat, and so on.
    /// Runs in the cook's own process.
    /// </summary>
    private static void Cook(int cook) { }
}
