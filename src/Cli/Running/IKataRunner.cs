using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Running;

/// <summary>Runs a student's kata once, for real, and shows what it prints and marks as it comes.</summary>
internal interface IKataRunner
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="kata">Which kata.</param>
    /// <param name="arguments">What its entry is called with, in the order of its parameters, as text.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends the whole process tree.</param>
    /// <returns>An exit code of <see cref="ExitCodes"/>.</returns>
    Task<int> RunAsync(Kata kata, IReadOnlyList<string> arguments, RunOptions options, CancellationToken cancellation);
}
