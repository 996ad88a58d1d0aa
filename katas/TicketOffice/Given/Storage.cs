using System.IO;
using System.Text.Json;

namespace ConcurrencyKatas.TicketOffice;

/// <summary>Where the file lies, and its form. Do not edit: graders use their own copy.</summary>
internal static class Storage
{
    private static readonly string s_prefix = "kata-tickets-";

    /// <summary>A path in the temporary folder that no other process uses.</summary>
    public static string NewPath()
    {
        RemoveWhatTheKilledLeft();
        return Path.Combine(Path.GetTempPath(), $"{s_prefix}{Environment.ProcessId}.json");
    }

    /// <summary>A path beside the file, this process's own.</summary>
    public static string Beside(string path) => $"{path}.{Environment.ProcessId}";

    /// <summary>What stands in the file.</summary>
    /// <exception cref="InvalidOperationException">There is no file any more.</exception>
    public static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (FileNotFoundException)
        {
            throw new InvalidOperationException("There are no tickets to read of: the file was thrown away before.");
        }
    }

    /// <summary>The text of the file.</summary>
    public static string Format(int left) => $"{{ \"left\": {left} }}";

    /// <summary>How many tickets are left; null when the text is not whole.</summary>
    public static int? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.GetProperty("left").GetInt32();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The file of a process that was killed is left to whoever makes the next one.
    private static void RemoveWhatTheKilledLeft()
    {
        foreach (var path in Directory.EnumerateFiles(Path.GetTempPath(), $"{s_prefix}*"))
        {
            var owner = Path.GetFileName(path)[s_prefix.Length..].Split('.')[0];
            if (int.TryParse(owner, out var id) && !IsAlive(id))
            {
                File.Delete(path);
            }
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            System.Diagnostics.Process.GetProcessById(id).Dispose();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
