#if !VERIFY
namespace ConcurrencyKatas.Testing;

/// <summary>Compares files, where the Verify package cannot be had.</summary>
internal static class Engine
{
    public static async Task MatchAsync(string text, string folder, string name)
    {
        var verified = Path.Combine(folder, $"{name}.verified.txt");
        var received = Path.Combine(folder, $"{name}.received.txt");
        var approved = File.Exists(verified)
            ? (await File.ReadAllTextAsync(verified)).ReplaceLineEndings("\n").TrimEnd('\n')
            : null;
        if (approved == text)
        {
            File.Delete(received);
            return;
        }
        await File.WriteAllTextAsync(received, text);
        throw new NotApprovedException(
            approved is null
                ? $"Nothing was approved as {name}. Read {received}; if it is right, rename it to {verified}."
                : $"{name} differs from what was approved, first in line {FirstDifference(approved, text)}. "
                    + $"Compare {received} with {verified}; if the new text is right, let it take the other's place."
        );
    }

    private static string FirstDifference(string approved, string received)
    {
        var old = approved.Split('\n');
        var now = received.Split('\n');
        var at = Enumerable
            .Range(0, Math.Max(old.Length, now.Length))
            .First(i => old.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"{at + 1}: approved '{old.ElementAtOrDefault(at)}', received '{now.ElementAtOrDefault(at)}'";
    }
}
#endif
