using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>Where the CLI writes: in colours and as wide as the window in a terminal, plain when piped.</summary>
internal static class Consoles
{
    // Long enough that no table of ours is folded where nobody looks at a window.
    private const int PipedWidth = 160;

    /// <summary>Whether a person watches the standard output.</summary>
    public static bool IsTerminal => !Console.IsOutputRedirected;

    public static IAnsiConsole ForOutput() => Create(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole ForErrors() => Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>A console without colours or animations, for pipes and tests.</summary>
    public static IAnsiConsole Plain(TextWriter writer, int width = PipedWidth)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private static IAnsiConsole Create(TextWriter writer, bool piped)
    {
        if (piped)
        {
            return Plain(writer);
        }
        var settings = new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) };
        if (Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 })
        {
            settings.ColorSystem = ColorSystemSupport.NoColors;
        }
        return AnsiConsole.Create(settings);
    }
}
