namespace ConcurrencyKatas.Cli.Course;

/// <summary>The folders of the repository, found from a place inside it.</summary>
internal sealed record Repository(string Root)
{
    /// <summary>What the folder of the katas is called, here and in what is handed in.</summary>
    public const string KatasName = "katas";

    public string Katas => Path.Combine(Root, KatasName);

    public string Solutions => Path.Combine(Root, "solutions");

    public string Graders => Path.Combine(Root, "graders");

    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>Walks up from a folder to the one that holds <c>katas</c> and <c>graders</c>.</summary>
    public static Repository Around(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (
                Directory.Exists(Path.Combine(at.FullName, KatasName))
                && Directory.Exists(Path.Combine(at.FullName, "graders"))
            )
            {
                return new Repository(at.FullName);
            }
        }
        throw new UserError(
            $"No folder above {folder} holds 'katas' and 'graders'. Run the kata launcher of a clone of the course."
        );
    }

    /// <summary>A path as a person in the repository would type it: with slashes, from the root.</summary>
    public string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
