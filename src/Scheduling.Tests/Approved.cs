using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>
/// Compares text with what somebody has read and approved: the file <c>CLASS.METHOD.verified.txt</c> beside the test. What
/// differs is written to <c>….received.txt</c>; renaming that file approves it.
/// </summary>
internal static class Approved
{
    public static void Check(string text, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{method}");
        var (verified, received) = ($"{stem}.verified.txt", $"{stem}.received.txt");
        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (expected == text)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, text);
        Assert.Fail(
            $"The text is not the approved one. Compare {received} with {verified}; rename it to approve it.\n{text}"
        );
    }
}
