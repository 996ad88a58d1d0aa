namespace ConcurrencyKatas.Cli.Checking;

/// <summary>Every rule about files, in the order in which an author wants to hear of them.</summary>
internal static class FolderRules
{
    public static IReadOnlyList<IFolderRule> All { get; } =
    [
        new FoldersAgreeRule(),
        new DefinitionRule(),
        new ExpectedFilesRule(),
        new ReadmeRule(),
        new HintsRule(),
        new NotesRule(),
        new DeclaredVerdictRule(),
    ];
}
