namespace ConcurrencyKatas.Grading.Running;

/// <summary>Where the executables lie that a grading starts: beside the graders.</summary>
internal static class WorkerFiles
{
    public static string Worker => Find("ConcurrencyKatas.Worker.dll");

    private static string Find(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, name);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"'{path}' is missing. Build the solution again: dotnet build ConcurrencyKatas.sln",
                path
            );
    }
}
