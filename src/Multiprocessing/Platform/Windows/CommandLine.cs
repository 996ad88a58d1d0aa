using System.Text;

namespace ConcurrencyKatas.Platform;

/// <summary>A command line from which programs of Windows read the arguments that were meant.</summary>
internal static class CommandLine
{
    /// <summary>Writes it.</summary>
    public static string Of(string program, IEnumerable<string> arguments)
    {
        var line = new StringBuilder();
        foreach (string argument in arguments.Prepend(program))
        {
            if (line.Length > 0)
            {
                _ = line.Append(' ');
            }
            Append(line, argument);
        }
        return line.ToString();
    }

    // A backslash means itself, but before a quotation mark two mean one.
    private static void Append(StringBuilder line, string argument)
    {
        if (argument.Length > 0 && !argument.AsSpan().ContainsAny(" \t\n\v\""))
        {
            _ = line.Append(argument);
            return;
        }
        _ = line.Append('"');
        int slashes = 0;
        foreach (char character in argument)
        {
            if (character == '"')
            {
                _ = line.Append('\\', slashes + 1);
            }
            slashes = character == '\\' ? slashes + 1 : 0;
            _ = line.Append(character);
        }
        _ = line.Append('\\', slashes).Append('"');
    }
}
