using System.Text.Json;

namespace ConcurrencyKatas.Grading.Compilation;

/// <summary>Reads the fields of a <c>kata.json</c>; what is missing, unknown or of the wrong kind is an error with its name.</summary>
internal sealed class KataFields(string path, JsonElement root)
{
    /// <summary>Refuses a field that nobody reads: it is a misspelled one.</summary>
    public void RefuseOthersThan(IReadOnlySet<string> known)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"'{path}' holds {root.ValueKind}, not an object.");
        }
        foreach (var field in root.EnumerateObject())
        {
            Require(known.Contains(field.Name), field.Name, $"is unknown; the fields are: {string.Join(", ", known)}");
        }
    }

    /// <summary>A text that is not empty.</summary>
    public string Text(string name) =>
        Field(name) is { ValueKind: JsonValueKind.String } field && field.GetString() is { Length: > 0 } text
            ? text
            : throw Wrong(name, "must be a text that is not empty");

    /// <summary>A text; empty when the field is missing.</summary>
    public string TextIfAny(string name) => root.TryGetProperty(name, out _) ? Text(name) : "";

    /// <summary>A whole number.</summary>
    public int Number(string name, int least, int most) =>
        Field(name) is { ValueKind: JsonValueKind.Number } field
        && field.TryGetInt32(out int number)
        && number >= least
        && number <= most
            ? number
            : throw Wrong(name, $"must be a whole number from {least} to {most}");

    /// <summary>A list of texts, perhaps empty.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Field(name) is { ValueKind: JsonValueKind.Array } field
        && field.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. field.EnumerateArray().Select(item => item.GetString()!)]
            : throw Wrong(name, "must be a list of texts, such as [\"…\"] or []");

    /// <summary>A list of numbers, texts and truth values; empty when the field is missing.</summary>
    public IReadOnlyList<JsonElement> Values(string name)
    {
        if (!root.TryGetProperty(name, out var field))
        {
            return [];
        }
        return field.ValueKind == JsonValueKind.Array
            ? [.. field.EnumerateArray().Select(item => item.Clone())]
            : throw Wrong(name, "must be a list of the entry's arguments");
    }

    /// <summary>Throws unless a condition on a field holds.</summary>
    public void Require(bool condition, string name, string complaint)
    {
        if (!condition)
        {
            throw Wrong(name, complaint);
        }
    }

    private JsonElement Field(string name) =>
        root.TryGetProperty(name, out var field) ? field : throw Wrong(name, "is missing");

    private InvalidDataException Wrong(string name, string complaint) =>
        new($"'{path}': the field \"{name}\" {complaint}.");
}
