using System.Text.Json;
using System.Text.RegularExpressions;

namespace ConcurrencyKatas.Grading.Compilation;

/// <summary>What <c>katas/KATA/kata.json</c> says. Always read from the grader's own checkout.</summary>
public sealed partial record KataDefinition
{
    /// <summary>The kata's folder name, which joins its parts across the rooms.</summary>
    public required string Slug { get; init; }

    /// <summary>The full path of <c>katas/KATA</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>The title for people.</summary>
    public required string Title { get; init; }

    /// <summary>The part of the course that it belongs to.</summary>
    public required string Track { get; init; }

    /// <summary>From 1 to 5.</summary>
    public required int Difficulty { get; init; }

    /// <summary>What it teaches.</summary>
    public required IReadOnlyList<string> Teaches { get; init; }

    /// <summary>Where the idea sits in Python; empty when that is not said.</summary>
    public string Python { get; init; } = "";

    /// <summary>Where it sits in this library; empty when that is not said.</summary>
    public string Library { get; init; } = "";

    /// <summary>Where it sits in .NET programs in production; empty when that is not said.</summary>
    public string Production { get; init; } = "";

    /// <summary>What it leaves to others.</summary>
    public required IReadOnlyList<string> OutOfScope { get; init; }

    /// <summary>The slugs of the katas to do before.</summary>
    public required IReadOnlyList<string> After { get; init; }

    /// <summary>The files that the student owns, relative to the kata's folder.</summary>
    public required IReadOnlyList<string> Edit { get; init; }

    /// <summary>The method that graders call: <c>Spa.Open</c>.</summary>
    public required string Entry { get; init; }

    /// <summary>How the entry is declared.</summary>
    public required string Signature { get; init; }

    /// <summary>APIs that this kata allows beyond the list.</summary>
    public required IReadOnlyList<string> Allows { get; init; }

    /// <summary>The entry's arguments for a run by hand.</summary>
    public IReadOnlyList<JsonElement> Run { get; init; } = [];

    private static IReadOnlySet<string> KnownFields { get; } =
        new HashSet<string>
        {
            "title",
            "track",
            "difficulty",
            "teaches",
            "python",
            "library",
            "production",
            "outOfScope",
            "after",
            "edit",
            "entry",
            "signature",
            "allows",
            "run",
        };

    /// <summary>Reads the definition of a kata.</summary>
    /// <param name="root">The folder that holds <c>katas/</c>.</param>
    /// <param name="slug">The kata's folder name.</param>
    /// <exception cref="InvalidDataException">There is no such kata, or its definition is wrong; the message says where.</exception>
    public static KataDefinition Load(string root, string slug)
    {
        string folder = Path.GetFullPath(Path.Combine(root, "katas", slug));
        string path = Path.Combine(folder, "kata.json");
        if (!SlugForm().IsMatch(slug) || !File.Exists(path))
        {
            throw new InvalidDataException(
                $"There is no kata '{slug}': '{path}' does not exist. See them all with: ./kata list"
            );
        }
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            return Read(new KataFields(path, document.RootElement), folder, slug);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{path}' is not JSON: {e.Message}", e);
        }
    }

    private static KataDefinition Read(KataFields fields, string folder, string slug)
    {
        fields.RefuseOthersThan(KnownFields);
        var kata = new KataDefinition
        {
            Slug = slug,
            Folder = folder,
            Title = fields.Text("title"),
            Track = fields.Text("track"),
            Difficulty = fields.Number("difficulty", 1, 5),
            Teaches = fields.Texts("teaches"),
            Python = fields.TextIfAny("python"),
            Library = fields.TextIfAny("library"),
            Production = fields.TextIfAny("production"),
            OutOfScope = fields.Texts("outOfScope"),
            After = fields.Texts("after"),
            Edit = fields.Texts("edit"),
            Entry = fields.Text("entry"),
            Signature = fields.Text("signature"),
            Allows = fields.Texts("allows"),
            Run = fields.Values("run"),
        };
        fields.Require(kata.Edit.Count > 0, "edit", "names no file");
        foreach (string file in kata.Edit)
        {
            fields.Require(
                FileForm().IsMatch(file),
                "edit",
                $"names '{file}', which is not a C# file inside the kata's folder"
            );
        }
        fields.Require(EntryForm().IsMatch(kata.Entry), "entry", $"is '{kata.Entry}', not of the form Class.Method");
        string method = kata.Entry[(kata.Entry.LastIndexOf('.') + 1)..];
        fields.Require(
            kata.Signature.Contains($" {method}(", StringComparison.Ordinal),
            "signature",
            $"is '{kata.Signature}', which does not declare {method}"
        );
        return kata;
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]*$")]
    private static partial Regex SlugForm();

    [GeneratedRegex(@"^(?!Given/)([A-Za-z0-9_-]+/)*[A-Za-z0-9_.-]+\.cs$")]
    private static partial Regex FileForm();

    [GeneratedRegex(@"^[A-Za-z_]\w*\.[A-Za-z_]\w*$")]
    private static partial Regex EntryForm();
}
