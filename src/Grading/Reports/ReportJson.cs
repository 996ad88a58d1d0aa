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

    /// <summary>Writes a file beside its final place and moves it there, so that a reader never sees half of it.</summary>
    public static void Write<T>(string path, T value)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string unfinished = $"{path}.{Environment.ProcessId}.part";
        File.WriteAllText(unfinished, JsonSerializer.Serialize(value, Options) + "\n");
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="JsonException">The file holds something else; the message names the file.</exception>
    public static T Read<T>(string path)
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
            return JsonSerializer.Deserialize<T>(file, Options)
                ?? throw new JsonException("It holds nothing but 'null'.");
        }
        catch (JsonException e)
        {
            throw new JsonException($"'{path}' cannot be read as a {typeof(T).Name}: {e.Message}", e);
        }
    }
}
