using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Grading.Tests;

public sealed class PlacesTests
{
    [Fact]
    public void Folders_of_the_system_are_never_hidden_since_the_runtime_lies_there()
    {
        string usr = "/usr";
        Assert.Empty(HiddenFolders.Outermost([usr, "/", "/nowhere/at/all"]));
    }

    [Fact]
    public void Of_folders_in_each_other_the_outermost_is_hidden()
    {
        string temporary = Path.TrimEndingDirectorySeparator(Path.GetTempPath());
        using var inner = new Folder();
        Assert.Equal([temporary], HiddenFolders.Outermost([inner.Path, temporary, inner.Path]));
    }

    [Fact]
    public void Where_submissions_lie_beside_each_other_that_one_folder_is_hidden()
    {
        using var handedIn = new Folder();
        HiddenFolders.Add(
            Of(Path.Combine(handedIn.Path, "group-1"), Path.Combine(handedIn.Path, "group-2"), "/", "/opt/group-3")
        );

        Assert.Contains(handedIn.Path, HiddenFolders.All);
        Assert.DoesNotContain(Path.Combine(handedIn.Path, "group-1"), HiddenFolders.All);
        // Beside it lies the system.
        Assert.Contains("/opt/group-3", HiddenFolders.All);
        Assert.DoesNotContain("/opt", HiddenFolders.All);
    }

    [Fact]
    public void Nobody_is_left_of_a_place_that_is_gone() => Assert.Empty(ProcessGroup.InPlaceOf(int.MaxValue, 2));

    [Fact]
    public void Who_runs_in_a_place_is_found_by_the_id_inside_and_who_belongs_to_the_place_is_not()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads /proc.");
        int own = Environment.ProcessId;

        Assert.Contains(own, ProcessGroup.InPlaceOf(own, keepers: own - 1));
        Assert.DoesNotContain(own, ProcessGroup.InPlaceOf(own, keepers: own));
    }

    [Fact]
    public void Who_has_ended_and_was_not_waited_for_does_not_run_any_more()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads /proc.");
        using ChildHandle child = ProcessSpawner.Spawn(new SpawnRequest { FileName = "true" });
        Assert.True(SpinWait.SpinUntil(() => IsZombie(child.Pid), TimeSpan.FromMinutes(1)), "It does not end.");

        Assert.DoesNotContain(child.Pid, ProcessGroup.InPlaceOf(Environment.ProcessId, keepers: 0));
        child.WaitForExit(Timeout.InfiniteTimeSpan);

        static bool IsZombie(int pid) =>
            File.ReadLines($"/proc/{pid}/status").Any(line => line.StartsWith("State:\tZ", StringComparison.Ordinal));
    }

    private static Job Of(params string[] paths) =>
        new()
        {
            Root = RepositoryRoot.Find(),
            Submissions = [.. paths.Select(path => new JobSubmission { Label = path, Path = path })],
        };

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kata-places-");

        public string Path => _folder.FullName;

        public void Dispose() => _folder.Delete();
    }
}
