using System.Text.Json;
using System.Text.RegularExpressions;
using ConcurrencyKatas.Grading.Compilation;

namespace ConcurrencyKatas.Cli.Course;

/// <summary>Reads a <c>kata.json</c>, and makes parameters of its signature.</summary>
internal static partial class KataFile
{
    public const string Name = "kata.json";

    /// <summary>Reads the one in a kata's folder.</summary>
    /// <exception cref="KataFileException">It is broken; the message says where.</exception>
    public static Kata Read(string folder)
    {
        try
        {
            var root = Path.GetDirectoryName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)))!;
            var definition = KataDefinition.Load(root, Path.GetFileName(folder));
            return new Kata
            {
                Name = definition.Slug,
                Folder = definition.Folder,
                Title = definition.Title,
                Track = definition.Track,
                Difficulty = definition.Difficulty,
                Teaches = definition.Teaches,
                Python = definition.Python,
                Library = definition.Library,
                Production = definition.Production,
                After = definition.After,
                Edit = definition.Edit,
                Parameters = Parameters(definition),
            };
        }
        catch (InvalidDataException e)
        {
            // Whoever shows it names the file.
            var path = $"'{Path.Combine(folder, Name)}'";
            throw new KataFileException(
                e.Message.Replace($"{path}: ", "", StringComparison.Ordinal)
                    .Replace(path, "it", StringComparison.Ordinal)
            );
        }
    }

    // The signature is the head of the entry method; `run` says, in order, what to call it with by hand.
    private static List<KataParameter> Parameters(KataDefinition definition)
    {
        var signature = definition.Signature;
        var open = signature.IndexOf('(', StringComparison.Ordinal);
        if (!signature.EndsWith(')'))
        {
            throw new KataFileException($"the field \"signature\" is '{signature}', not the head of a method.");
        }
        List<KataParameter> parameters = [];
        foreach (Match match in ParameterPattern().Matches(signature[(open + 1)..^1]))
        {
            var fallback = parameters.Count < definition.Run.Count ? Written(definition.Run[parameters.Count]) : null;
            parameters.Add(new KataParameter(match.Groups["type"].Value, match.Groups["name"].Value, fallback));
        }
        return parameters;
    }

    private static string Written(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    [GeneratedRegex(@"(?<type>[\w.]+[\w.<>\[\]?]*)\s+(?<name>\w+)\s*(,|$)")]
    private static partial Regex ParameterPattern();
}
