using System.Globalization;
using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Running;

/// <summary>Fits what was typed after <c>./kata run KATA</c> to the parameters of the kata's entry.</summary>
internal static class KataArguments
{
    /// <summary>Values in the order of the parameters: by position, by <c>name=value</c>, or the kata's own.</summary>
    /// <exception cref="UserError">A value does not fit, is unknown or is missing; the message shows the right form.</exception>
    public static IReadOnlyList<string> Fit(Kata kata, IReadOnlyList<string> typed)
    {
        var values = new string?[kata.Parameters.Count];
        var position = 0;
        foreach (var argument in typed)
        {
            var (index, value) = Place(kata, argument, ref position);
            if (values[index] is not null)
            {
                throw Wrong(kata, $"{kata.Parameters[index].Name} is given twice.");
            }
            values[index] = Checked(kata, kata.Parameters[index], value);
        }
        return
        [
            .. kata.Parameters.Select(
                (p, i) => values[i] ?? p.Default ?? throw Wrong(kata, $"{p.Name} is missing and has no default.")
            ),
        ];
    }

    /// <summary><c>./kata run SemaphoreRooms [guests=6] [rooms=4]</c>.</summary>
    public static string Usage(Kata kata)
    {
        var parameters = kata.Parameters.Select(p =>
            p.Default is null ? $" {p.Name}={p.Type}" : $" [{p.Name}={p.Default}]"
        );
        return $"./kata run {kata.Name}{string.Concat(parameters)}";
    }

    private static (int Index, string Value) Place(Kata kata, string argument, ref int position)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
        {
            var name = argument[..equals];
            var index = kata.Parameters.ToList().FindIndex(p => p.Name == name);
            if (index >= 0)
            {
                return (index, argument[(equals + 1)..]);
            }
            var near = Suggestion.Nearest(name, kata.Parameters.Select(p => p.Name));
            throw Wrong(kata, $"there is no parameter '{name}'{(near is null ? "." : $"; did you mean '{near}'?")}");
        }
        return position < kata.Parameters.Count
            ? (position++, argument)
            : throw Wrong(kata, $"'{argument}' is one argument too many.");
    }

    private static string Checked(Kata kata, KataParameter parameter, string value)
    {
        var fits = parameter.Type switch
        {
            "int" => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
            "long" => long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
            "double" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "bool" => bool.TryParse(value, out _),
            _ => true,
        };
        return fits
            ? value
            : throw Wrong(kata, $"{parameter.Name} must be of type {parameter.Type}, but is '{value}'.");
    }

    private static UserError Wrong(Kata kata, string what) =>
        new($"Arguments of {kata.Name}: {what}\nIt is run like this: {Usage(kata)}");
}
