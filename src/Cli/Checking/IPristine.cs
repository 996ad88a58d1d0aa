using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>Knows <c>pristine.json</c>: what the stub and Given are, so that a student's changes can be told.</summary>
internal interface IPristine : IDisposable
{
    /// <summary>Accepts the stub and Given as they are now.</summary>
    /// <returns>The file that was written.</returns>
    string Accept(KataFolders folders, Kata kata);

    /// <summary>Whether texts are those of the accepted stub, layout and comments aside.</summary>
    /// <param name="kata">The kata.</param>
    /// <param name="texts">By file of <c>edit</c>.</param>
    bool IsStub(Kata kata, IReadOnlyDictionary<string, string> texts);
}
