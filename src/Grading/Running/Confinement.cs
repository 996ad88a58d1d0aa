namespace ConcurrencyKatas.Grading.Running;

/// <summary>What keeps student code in: the environment and the folder that its processes get.</summary>
public sealed class Confinement : IDisposable
{
    private const string HeapLimit = "0x10000000"; // 256 MiB

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kata-");

    /// <summary>One line for the report.</summary>
    public static string Description => "separate processes, an allow-list of APIs, limited memory, an empty environment";

    /// <summary>An empty folder that only these processes use; removed in the end.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The whole environment of a process with student code.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = Build();

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static Dictionary<string, string> Build()
    {
        var variables = new Dictionary<string, string>
        {
            // Otherwise each killed worker leaves three files in the temporary folder.
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_GCHeapHardLimit"] = HeapLimit,
            ["DOTNET_gcConcurrent"] = "0",
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_NOLOGO"] = "1",
        };
        foreach (string name in (string[])["PATH", "DOTNET_ROOT", "TMPDIR"])
        {
            if (System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                variables[name] = value;
            }
        }
        return variables;
    }
}
