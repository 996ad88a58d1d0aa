using System.Diagnostics;

namespace ConcurrencyKatas.Cli.Tests;

/// <summary>The launcher script, with a stand-in for the SDK that only writes down what it is asked for.</summary>
public sealed class LauncherTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kata-launcher-").FullName;

    public LauncherTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The launcher for Windows is another script.");
        foreach (var folder in (string[])["src/Cli", "src/Cli.Tests", "graders/Rooms/impostors", "eng", "sdk"])
        {
            Directory.CreateDirectory(PathOf(folder));
        }
        File.Copy(Path.Combine(RepositoryFolder.Root, "kata"), PathOf("kata"));
        foreach (var file in (string[])["src/Cli/Program.cs", "eng/kata.proj", "global.json", "A.props", "A.sln"])
        {
            Write(file);
        }
        Sdk(
            """
            case "$1" in
            --version) echo 10.0.100 ;;
            build)
                echo build >>builds
                mkdir -p artifacts/bin/Cli/release artifacts/bin/Graders/release
                touch artifacts/bin/Cli/release/kata.dll artifacts/bin/Graders/release/ConcurrencyKatas.Graders.dll
                ;;
            exec) shift 2; echo "ran in $PWD with: $*" ;;
            esac
            """
        );
    }

    [Fact]
    public async Task The_first_launch_builds_and_the_second_does_not()
    {
        var first = await LaunchAsync("list");
        Assert.Equal("Building ConcurrencyKatas (first time, about a minute)…\n", first.Errors);
        Assert.Equal($"ran in {_root} with: list\n", first.Output);
        var second = await LaunchAsync("list");
        Assert.Equal("", second.Errors);
        Assert.Equal(1, Builds);
    }

    [Theory]
    [InlineData("src/Cli/Program.cs", true)]
    [InlineData("src/Cli/New.cs", true)]
    [InlineData("graders/Rooms/RoomsTests.cs", true)]
    [InlineData("A.props", true)]
    [InlineData("A.sln", true)]
    [InlineData("A.targets", true)]
    [InlineData("global.json", true)]
    [InlineData("src/Cli.Tests/SomeTests.cs", false)]
    [InlineData("graders/Rooms/impostors/Spa.cs", false)]
    [InlineData("src/Cli/packages.lock.json", false)]
    [InlineData("katas/Rooms/Spa.cs", false)]
    public async Task Only_a_change_of_what_is_built_makes_it_stale(string file, bool stale)
    {
        await LaunchAsync("list");
        Age();
        Write(file);
        if (!stale)
        {
            // A new file changes its folder too; only the file's own change is meant here.
            Age("src/Cli", "src/Cli.Tests", "graders/Rooms", "graders/Rooms/impostors", "src", "graders");
        }
        await LaunchAsync("list");
        Assert.Equal(stale ? 2 : 1, Builds);
    }

    [Fact]
    public async Task Two_launches_at_once_build_once_and_both_run()
    {
        var both = await Task.WhenAll(LaunchAsync("one"), LaunchAsync("two"));
        Assert.Equal([0, 0], both.Select(b => b.Code));
        Assert.Contains("with: one", both[0].Output, StringComparison.Ordinal);
        Assert.Contains("with: two", both[1].Output, StringComparison.Ordinal);
        Assert.Equal(1, Builds);
    }

    [Fact]
    public async Task It_works_from_any_folder_and_leaves_that_folder_to_the_command_line()
    {
        var elsewhere = Directory.CreateDirectory(PathOf("elsewhere")).FullName;
        var launched = await LaunchFromAsync(elsewhere, "grade", "my work");
        Assert.Equal($"ran in {elsewhere} with: grade my work\n", launched.Output);
    }

    [Fact]
    public async Task A_failed_build_shows_the_errors_and_is_tried_again()
    {
        Sdk("[[ $1 == --version ]] || { echo 'Spa.cs(1,1): error CS1002: ; expected'; exit 1; }");
        var launched = await LaunchAsync("list");
        Assert.Equal(ExitCodes.CouldNotGrade, launched.Code);
        Assert.Contains("error CS1002", launched.Errors, StringComparison.Ordinal);
        Assert.Contains("The build failed; nothing was run.", launched.Errors, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.CouldNotGrade, (await LaunchAsync("list")).Code);
    }

    [Fact]
    public async Task Where_the_compiler_to_machine_code_cannot_be_had_the_way_without_it_is_told()
    {
        Sdk(
            "[[ $1 == --version ]] || { echo 'error NU1101: Unable to find package microsoft.netcore.app.crossgen2'; exit 1; }"
        );
        var launched = await LaunchAsync("list");
        Assert.Contains("-p:ReadyToRun=false", launched.Errors, StringComparison.Ordinal);
        Sdk("[[ $1 == --version ]] || { echo 'Spa.cs(1,1): error CS1002: ; expected'; exit 1; }");
        Assert.DoesNotContain("ReadyToRun", (await LaunchAsync("list")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_sdk_that_does_not_fit_is_named()
    {
        Sdk("echo 'A compatible .NET SDK was not found.'; exit 145");
        var launched = await LaunchAsync("list");
        Assert.Equal(ExitCodes.CouldNotGrade, launched.Code);
        Assert.Contains("The course needs .NET 10", launched.Errors, StringComparison.Ordinal);
        Assert.Contains("A compatible .NET SDK was not found.", launched.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_sdk_is_told()
    {
        File.Delete(PathOf("sdk/dotnet"));
        var launched = await LaunchAsync("list");
        Assert.Equal(ExitCodes.CouldNotGrade, launched.Code);
        Assert.Contains("there is no 'dotnet' on the PATH", launched.Errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (Directory.Exists(_root))
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    private int Builds => File.ReadAllLines(PathOf("builds")).Length;

    private string PathOf(string file) => Path.Combine(_root, file);

    private void Write(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), "");
    }

    private void Sdk(string script)
    {
        File.WriteAllText(PathOf("sdk/dotnet"), $"#!/usr/bin/env bash\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(PathOf("sdk/dotnet"), (UnixFileMode)0b111_101_101);
        }
    }

    // Makes everything older than the stamp, so that a later write is newer whatever the clock's grain.
    private void Age(params string[] only)
    {
        var before = DateTime.UtcNow.AddHours(-2);
        // Not the tools: those are links to the machine's own.
        var paths =
            only.Length > 0
                ? only.Select(PathOf)
                : ((string[])["src", "graders", "eng"])
                    .Select(PathOf)
                    .SelectMany(f =>
                        Directory.EnumerateFileSystemEntries(f, "*", SearchOption.AllDirectories).Append(f)
                    )
                    .Concat(Directory.EnumerateFiles(_root));
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                Directory.SetLastWriteTimeUtc(path, before);
            }
            else
            {
                File.SetLastWriteTimeUtc(path, before);
            }
        }
        File.SetLastWriteTimeUtc(PathOf("artifacts/kata.stamp"), before.AddHours(1));
    }

    private Task<Spoken> LaunchAsync(params string[] arguments) => LaunchFromAsync(_root, arguments);

    private async Task<Spoken> LaunchFromAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [PathOf("kata"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{PathOf("sdk")}:{ToolsOnly()}";
        using var process = System.Diagnostics.Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Spoken(process.ExitCode, await output, await errors);
    }

    // The PATH without any folder that has a real SDK: links to the few tools that the script needs.
    private string ToolsOnly()
    {
        var tools = PathOf("tools");
        if (!Directory.Exists(tools))
        {
            Directory.CreateDirectory(tools);
            foreach (
                var tool in (string[])
                    [
                        "bash",
                        "find",
                        "flock",
                        "readlink",
                        "dirname",
                        "touch",
                        "mkdir",
                        "mv",
                        "grep",
                        "sort",
                        "cat",
                        "sleep",
                        "rm",
                        "env",
                    ]
            )
            {
                var real = Environment
                    .GetEnvironmentVariable("PATH")!
                    .Split(':')
                    .Select(p => Path.Combine(p, tool))
                    .FirstOrDefault(File.Exists);
                if (real is not null)
                {
                    File.CreateSymbolicLink(Path.Combine(tools, tool), real);
                }
            }
        }
        return tools;
    }
}
