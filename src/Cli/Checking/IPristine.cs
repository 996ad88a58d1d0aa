using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>Writes <c>pristine.json</c>: what the stub and Given are, so that a student's changes can be told.</summary>
internal interface IPristine
{
    /// <summary>Accepts the stub and Given as they are now.</summary>
    /// <returns>The file that was written.</returns>
    string Accept(KataFolders folders, Kata kata);
}
