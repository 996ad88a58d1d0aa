using ConcurrencyKatas;

namespace ConcurrencyKatas.Canary;

/// <summary>
/// Is mutated together with the solutions, to see whether the measuring works: one mistake in it must be caught, which
/// only a child process can make, and one must not be, because nobody ever runs it.
/// </summary>
public static class Canary
{
    // Stryker disable all : what the tests make of these is of no interest
    /// <summary>Has a child sing. Runs in the main process.</summary>
    public static void Wake(int number)
    {
        var child = new Process(Sing, number);
        child.Start();
        child.Join();
    }

    // Stryker restore all

    /// <summary>Is never called. No mistake in it can be caught.</summary>
    public static int Unheard(int one, int other) => one + other;

    // Only ever in a child process.
    private static void Sing(int number) => Mark.On("air").Record((number + 1).ToString());
}
