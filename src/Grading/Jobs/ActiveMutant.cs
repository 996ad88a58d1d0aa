namespace ConcurrencyKatas.Grading.Jobs;

/// <summary>Which of Stryker's mutants is active. Stryker keeps the number in a file that it changes between two test runs.</summary>
internal static class ActiveMutant
{
    // Stryker's own variable.
    private const string Variable = "STRYKER_MUTANT_FILE";

    /// <summary>Its number; null when none is active, and always outside of trusted mode.</summary>
    public static int? Number => Trust.IsGiven ? Read(Environment.GetEnvironmentVariable(Variable)) : null;

    /// <summary>The label under which a submission is reported now: each mutant of the solutions has a report of its own.</summary>
    public static string Label(string submission) => Label(submission, Number);

    /// <summary>The label of a submission and a mutant of it; null for none.</summary>
    internal static string Label(string submission, int? number) =>
        number is null ? submission : $"{submission}@{number}";

    /// <summary>Reads the file, if there is one: a number of four bytes, negative for none.</summary>
    internal static int? Read(string? path)
    {
        if (path is not { Length: > 0 })
        {
            return null;
        }
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        file.ReadExactly(bytes);
        int number = BitConverter.ToInt32(bytes);
        return number < 0 ? null : number;
    }
}
