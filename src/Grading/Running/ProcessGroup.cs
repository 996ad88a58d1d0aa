using System.Globalization;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>Looks into the system's process table.</summary>
internal static class ProcessGroup
{
    private const int State = 0;
    private const int Group = 2;

    /// <summary>Ids of the processes of a group that still run; zombies do not.</summary>
    public static int[] Members(int group)
    {
        var members = new List<int>();
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (
                int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int pid)
                && Fields(folder) is { } fields
            )
            {
                bool runs = fields[State] is not ("Z" or "X");
                if (runs && int.Parse(fields[Group], CultureInfo.InvariantCulture) == group && pid != group)
                {
                    members.Add(pid);
                }
            }
        }
        return [.. members];
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
