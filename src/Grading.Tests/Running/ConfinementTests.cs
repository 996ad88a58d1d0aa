using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What a report says of how student code was kept in, and what its processes get.</summary>
public sealed class ConfinementTests
{
    [Fact]
    public void A_report_says_whether_bubblewrap_was_used_and_if_not_why()
    {
        string enclosed = Confinement.Describe(isTrusted: false, obstacle: null);
        string open = Confinement.Describe(isTrusted: false, obstacle: "there is no bwrap on the PATH");

        Assert.Contains("bubblewrap: no writable folder", enclosed, StringComparison.Ordinal);
        Assert.EndsWith("without bubblewrap: there is no bwrap on the PATH", open, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_the_solutions_it_says_that_nothing_kept_them_in_and_what_asked_for_that()
    {
        string trusted = Confinement.Describe(isTrusted: true, obstacle: "the solutions are trusted");

        Assert.StartsWith("none: ", trusted, StringComparison.Ordinal);
        Assert.Contains(Trust.Variable, trusted, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_trusted_gets_our_environment_and_nobody_leaves_files_when_it_is_killed()
    {
        const string Secret = "KATA_CONFINEMENT_SECRET";
        Environment.SetEnvironmentVariable(Secret, "x");
        Dictionary<string, string> trusted = Confinement.Build(isTrusted: true);
        Dictionary<string, string> confined = Confinement.Build(isTrusted: false);
        Environment.SetEnvironmentVariable(Secret, null);

        Assert.All(
            [trusted, confined],
            built => Assert.EndsWith("rseq=0", built[QuickSwitch.Variable], StringComparison.Ordinal)
        );
        Assert.Equal("x", trusted[Secret]);
        Assert.DoesNotContain(Secret, confined.Keys);
        Assert.All([trusted, confined], built => Assert.Equal("0", built["DOTNET_EnableDiagnostics"]));
    }

    [Fact]
    public void What_else_is_asked_of_the_C_library_stays()
    {
        Dictionary<string, string> environment = new() { [QuickSwitch.Variable] = "glibc.malloc.arena_max=1" };
        QuickSwitch.AskFor(environment);
        Assert.Equal("glibc.malloc.arena_max=1:glibc.pthread.rseq=0", environment[QuickSwitch.Variable]);
    }

    [Fact]
    public void A_file_that_a_build_has_to_put_beside_the_graders_is_named_when_it_is_missing()
    {
        string worker = WorkerFiles.Find(AppContext.BaseDirectory, "ConcurrencyKatas.Worker.dll");
        Assert.Equal(WorkerFiles.Worker, worker);

        var missing = Assert.Throws<FileNotFoundException>(() => WorkerFiles.Find("/nowhere/at/all", "Worker.dll"));

        Assert.Equal(Path.Combine("/nowhere/at/all", "Worker.dll"), missing.FileName);
        Assert.Contains("dotnet build ConcurrencyKatas.sln", missing.Message, StringComparison.Ordinal);
    }
}
