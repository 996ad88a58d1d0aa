using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ConcurrencyKatas.Grading.Reports;

/// <summary>How reports are written and read: one place, so that every reader and writer agrees.</summary>
public static class ReportJson
{
    /// <summary>camelCase, indented, readable quotes and arrows; absent values left out.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(GradingJson.Default, new DefaultJsonTypeInfoResolver()),
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };

    /// <summary>The same for types of another room.</summary>
    /// <param name="resolver">Knows those types, and was made at compile time.</param>
    public static JsonSerializerOptions OptionsFor(IJsonTypeInfoResolver resolver) =>
        new(Options) { TypeInfoResolver = resolver };

    /// <summary>Writes a file beside its final place and moves it there, so that a reader never sees half of it.</summary>
    /// <param name="path">Its final place.</param>
    /// <param name="value">What is written.</param>
    /// <param name="options">How; <see cref="Options"/> when left out.</param>
    public static void Write<T>(string path, T value, JsonSerializerOptions? options = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string unfinished = $"{path}.{Environment.ProcessId}.part";
        File.WriteAllText(unfinished, JsonSerializer.Serialize(value, options ?? Options) + "\n");
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its place.</param>
    /// <param name="options">How; <see cref="Options"/> when left out.</param>
    /// <exception cref="JsonException">The file holds something else; the message names the file.</exception>
    public static T Read<T>(string path, JsonSerializerOptions? options = null)
    {
        try
        {
            // Shared with everybody: on Windows who has just moved it here may still hold it.
            using var file = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            return JsonSerializer.Deserialize<T>(file, options ?? Options)
                ?? throw new JsonException("It holds nothing but 'null'.");
        }
        catch (JsonException e)
        {
            throw new JsonException($"'{path}' cannot be read as a {typeof(T).Name}: {e.Message}", e);
        }
    }
}
