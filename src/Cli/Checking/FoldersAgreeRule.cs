namespace ConcurrencyKatas.Cli.Checking;

/// <summary>A kata has a folder of its name in each of the three rooms.</summary>
internal sealed class FoldersAgreeRule : IFolderRule
{
    public IEnumerable<Fault> Check(KataFolders folders)
    {
        string[] rooms = [folders.Kata, folders.Solution, folders.Grader];
        foreach (var room in rooms.Where(r => !Directory.Exists(r)))
        {
            var other = folders.Repository.Relative(rooms.First(Directory.Exists));
            yield return folders.Fault(
                room,
                $"The folder does not exist, but {other} does.",
                "Make it, or rename the others: a kata is joined across the rooms by its folder's name."
            );
        }
    }
}
