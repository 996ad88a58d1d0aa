using System.Globalization;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>Looks into the process table of Linux, for who is in a place with process ids of its own.</summary>
internal static class ProcessGroup
{
    private const int State = 0;

    /// <summary>
    /// Ids, as they are inside, of the processes of a place with ids of its own that still run; those up to
    /// <paramref name="keepers"/> do not count.
    /// </summary>
    /// <param name="first">The first process of the place, as we see it.</param>
    /// <param name="keepers">The last id of those that belong to the place itself.</param>
    public static int[] InPlaceOf(int first, int keepers)
    {
        string? place = PlaceOf(first);
        return place is null
            ? []
            :
            [
                .. Directory
                    .EnumerateDirectories("/proc")
                    .Select(folder =>
                        int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int pid) ? pid : 0
                    )
                    .Where(pid => pid != 0 && PlaceOf(pid) == place)
                    .Where(pid => Fields($"/proc/{pid}") is { } fields && fields[State] is not ("Z" or "X"))
                    .Select(IdInside)
                    .Where(pid => pid > keepers)
                    .Order(),
            ];
    }

    private static string? PlaceOf(int pid)
    {
        try
        {
            return new FileInfo($"/proc/{pid}/ns/pid").LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // It has ended, or is somebody else's.
        }
    }

    private static int IdInside(int pid)
    {
        const string Ids = "NSpid:";
        try
        {
            string line = File.ReadLines($"/proc/{pid}/status")
                .First(line => line.StartsWith(Ids, StringComparison.Ordinal));
            return int.Parse(line.AsSpan(line.LastIndexOf('\t') + 1), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // It has ended.
        }
    }

    // The second field of stat is the program's name in parentheses and may hold anything; the rest follows the last one.
    private static string[]? Fields(string folder)
    {
        try
        {
            string stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null; // It has ended meanwhile.
        }
    }
}
