namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>How a program is started.</summary>
internal sealed record StartCommand(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The Graders that were built with this CLI: <c>artifacts/bin/Graders/&lt;configuration&gt;</c>, beside its own folder.</summary>
    public static StartCommand BuiltGraders(string cliFolder)
    {
        var folder = new DirectoryInfo(Path.TrimEndingDirectorySeparator(cliFolder));
        var bin = folder.Parent?.Parent?.FullName ?? folder.FullName;
        return Dotnet(Path.Combine(bin, "Graders", folder.Name, "ConcurrencyKatas.Graders.dll"));
    }

    /// <summary>A managed program, run by the host that runs this one.</summary>
    public static StartCommand Dotnet(string assembly) => new(DotnetHost, ["exec", assembly]);

    // `dotnet` when this process was not started by the host itself, as under a test runner.
    private static string DotnetHost =>
        Environment.ProcessPath is { } path
        && Path.GetFileNameWithoutExtension(path).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? path
            : "dotnet";
}
