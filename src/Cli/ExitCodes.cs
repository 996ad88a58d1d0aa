namespace ConcurrencyKatas.Cli;

/// <summary>What the exit code of <c>./kata</c> says. Documented in <c>docs/architecture.md</c>.</summary>
/// <remarks>
/// When several apply, the first of this order wins: interrupted, bad input, could not grade, failed, not started.
/// </remarks>
internal static class ExitCodes
{
    /// <summary>Everything that was asked for passed.</summary>
    public const int Passed = 0;

    /// <summary>
    /// A claim does not hold, a submission does not compile or breaks the rules, a check found a fault, or what was asked
    /// for was refused.
    /// </summary>
    public const int Failed = 1;

    /// <summary>Nothing failed, but a kata that was asked for has not been started.</summary>
    public const int NotStarted = 2;

    /// <summary>Our fault: a grader crashed, a result is missing, the build failed.</summary>
    public const int CouldNotGrade = 3;

    /// <summary>The command line, a path or a kata's name was not understood.</summary>
    public const int BadInput = 4;

    /// <summary>Ctrl-C or SIGTERM; what was finished has been shown.</summary>
    public const int Interrupted = 130;
}
