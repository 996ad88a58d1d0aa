namespace ConcurrencyKatas.Cli.Checking;

/// <summary>Every impostor says in its first line how it must be caught.</summary>
internal sealed class DeclaredVerdictRule : IFolderRule
{
    public IEnumerable<Fault> Check(KataFolders folders)
    {
        foreach (var impostor in folders.Impostors)
        {
            var files = Directory
                .EnumerateFiles(impostor, "*.cs", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .ToList();
            if (
                files.Count > 0
                && !files.Exists(f => DeclaredVerdict.Parse(File.ReadLines(f).FirstOrDefault("")) is not null)
            )
            {
                yield return folders.Fault(
                    files[0],
                    "The first line does not declare how this impostor must be caught.",
                    $"Begin with {DeclaredVerdict.Form}."
                );
            }
        }
    }
}
