using ConcurrencyKatas.Grading.Running;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What is said where bubblewrap cannot be used.</summary>
public sealed class BubblewrapTests : IDisposable
{
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kata-bwrap-");

    [Fact]
    public void It_can_be_switched_off()
    {
        Pretend("exit 0");
        Refused("it is switched off by KATA_ISOLATION", Bubblewrap.Look("off", _folder.FullName, s_long));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("bin:./sbin")]
    [InlineData("/nowhere/at/all:")]
    public void It_may_not_be_there(string? folders) =>
        Refused("there is no bwrap on the PATH", Bubblewrap.Look(null, folders, s_long));

    [Fact]
    public void One_that_anybody_could_have_put_beside_the_course_is_not_taken()
    {
        Pretend("exit 0");
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), _folder.FullName);
        Refused("there is no bwrap on the PATH", Bubblewrap.Look(null, relative, s_long));
    }

    [Fact]
    public void It_may_be_forbidden_and_what_it_said_is_told()
    {
        Pretend("echo 'setting up uid map:' >&2; echo 'Permission denied' >&2; exit 1");
        Refused(
            "it does not work here: setting up uid map: Permission denied (1)",
            Bubblewrap.Look(null, _folder.FullName, s_long)
        );
    }

    [Fact]
    public void It_may_not_answer()
    {
        Pretend("exec /bin/sleep 1000");
        Refused("it does not work here: it does not answer", Bubblewrap.Look("on", _folder.FullName, TimeSpan.Zero));
    }

    [Fact]
    public void What_it_does_is_what_it_was_tried_with()
    {
        Pretend($"echo \"$@\" > {_folder.FullName}/tried");
        var found = Bubblewrap.Look(null, $"/nowhere:{_folder.FullName}", s_long);

        Assert.Null(found.Obstacle);
        var enclosure = found.Enclose([], []);
        Assert.NotNull(enclosure);
        string tried = File.ReadAllText(Path.Combine(_folder.FullName, "tried"));
        Assert.StartsWith("--unshare-user --unshare-pid --unshare-net --unshare-ipc", tried, StringComparison.Ordinal);
        Assert.EndsWith(" true\n", tried, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Refused(string obstacle, Bubblewrap found)
    {
        Assert.Equal(obstacle, found.Obstacle);
        Assert.Null(found.Enclose([], []));
    }

    private void Pretend(string script)
    {
        string path = Path.Combine(_folder.FullName, "bwrap");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
