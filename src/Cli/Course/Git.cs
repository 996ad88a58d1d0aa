using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace ConcurrencyKatas.Cli.Course;

/// <summary>Asks git about the repository. It only reads.</summary>
internal sealed class Git(Repository repository)
{
    /// <summary>What git said when it last failed; null when it has not, or when there is no git.</summary>
    public string? Complaint { get; private set; }

    /// <summary>What a git command printed; null when it failed, or when there is no git.</summary>
    public string? Ask(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", repository.Root, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            UseShellExecute = false,
        };
        try
        {
            using var git = System.Diagnostics.Process.Start(start)!;
            git.StandardInput.Close();
            var complaints = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            if (git.ExitCode == 0)
            {
                return output;
            }
            Complaint = complaints.Result.Trim();
            return null;
        }
        catch (Win32Exception)
        {
            // Not installed. Whoever asks says what to do without it.
            return null;
        }
    }
}
