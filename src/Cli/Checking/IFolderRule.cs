namespace ConcurrencyKatas.Cli.Checking;

/// <summary>A rule about a kata's files that needs no grading.</summary>
internal interface IFolderRule
{
    /// <summary>What breaks it; empty when nothing does.</summary>
    IEnumerable<Fault> Check(KataFolders folders);
}
