using ConcurrencyKatas.Cli.Checking;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Watching;
using Spectre.Console;

namespace ConcurrencyKatas.Cli;

/// <summary>All that a verb may touch outside itself; tests hand in their own.</summary>
internal sealed record Surroundings
{
    /// <summary>Where results go. Plain when piped.</summary>
    public required IAnsiConsole Out { get; init; }

    /// <summary>Where errors and, when piped, progress go.</summary>
    public required IAnsiConsole Error { get; init; }

    /// <summary>Whether a person watches: a live display is drawn.</summary>
    public required bool IsTerminal { get; init; }

    /// <summary>The folder that relative paths on the command line start from.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The repository that this CLI was built from.</summary>
    public required Repository Repository { get; init; }

    /// <summary>How the Graders are started.</summary>
    public required StartCommand Graders { get; init; }

    /// <summary>The standard input.</summary>
    public required IKeyboard Keyboard { get; init; }

    /// <summary>Makes the compiler that a watch keeps warm.</summary>
    public required Func<IEarlyCompiler> EarlyCompiler { get; init; }

    /// <summary>How a watch notices saves.</summary>
    public SavesOptions Saves { get; init; } = new();

    /// <summary>Makes what writes what <c>check --accept</c> accepts, and knows the stub.</summary>
    public required Func<IPristine> Pristine { get; init; }

    /// <summary>Makes a path of the command line absolute.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, WorkingDirectory);
}
