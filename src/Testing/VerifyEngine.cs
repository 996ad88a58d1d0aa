#if VERIFY
namespace ConcurrencyKatas.Testing;

/// <summary>Leaves the comparison to the Verify package.</summary>
internal static class Engine
{
    public static async Task MatchAsync(string text, string folder, string name)
    {
        var settings = new VerifySettings();
        settings.UseDirectory(folder);
        settings.UseFileName(name);
        await Verifier.Verify(text, settings);
    }
}
#endif
