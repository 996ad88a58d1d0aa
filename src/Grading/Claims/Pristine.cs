using System.Text.Json;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>
/// What the files of a kata were when it was handed out: hashes over their tokens, which layout and comments do not change.
/// Kept in <c>graders/KATA/pristine.json</c>, written by <c>./kata check --accept</c>.
/// </summary>
public sealed record Pristine
{
    /// <summary>By file of <c>edit</c>: the stub's hash.</summary>
    public required IReadOnlyDictionary<string, string> Stub { get; init; }

    /// <summary>By file of <c>Given</c>: its hash.</summary>
    public required IReadOnlyDictionary<string, string> Given { get; init; }

    /// <summary>Where a kata's is kept.</summary>
    public static string PathOf(string root, string kata) => Path.Combine(root, "graders", kata, "pristine.json");

    /// <summary>A kata's, or null when it was never written.</summary>
    public static Pristine? Load(string root, string kata)
    {
        string path = PathOf(root, kata);
        return File.Exists(path)
            ? JsonSerializer.Deserialize(File.ReadAllText(path), GradingJson.Default.Pristine)
            : null;
    }

    /// <summary>Writes it.</summary>
    public void Save(string root, string kata) =>
        File.WriteAllText(PathOf(root, kata), JsonSerializer.Serialize(this, GradingJson.Default.Pristine) + "\n");

    /// <summary>Whether these are the tokens of the stub.</summary>
    public bool IsStub(IReadOnlyDictionary<string, string> files) => Same(Stub, files);

    /// <summary>The files of <c>Given</c> that are not as they were handed out.</summary>
    public IEnumerable<string> EditedGiven(IReadOnlyDictionary<string, string> files) =>
        from name in Given.Keys.Union(files.Keys)
        where
            name.StartsWith("Given/", StringComparison.Ordinal)
            && Given.GetValueOrDefault(name) != files.GetValueOrDefault(name)
        select name;

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(file => other.GetValueOrDefault(file.Key) == file.Value);
}
