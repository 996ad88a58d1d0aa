using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.Scheduling;

/// <summary>What always holds unless the arbiter has a defect. Checked in every run: a verdict of a broken arbiter is none.</summary>
internal static class Invariant
{
    /// <summary>Goes on if it holds.</summary>
    /// <param name="condition">What always holds.</param>
    /// <param name="message">Says what does not; put together only then.</param>
    /// <exception cref="InvalidOperationException">It does not hold.</exception>
    public static void Holds(
        bool condition,
        [InterpolatedStringHandlerArgument(nameof(condition))] ref InvariantMessage message
    )
    {
        if (!condition)
        {
            throw new InvalidOperationException($"{message.Text} This is a defect of the arbiter.");
        }
    }

    /// <inheritdoc cref="Holds(bool, ref InvariantMessage)"/>
    public static void Holds(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"{message} This is a defect of the arbiter.");
        }
    }
}
