using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Compiler.Tests.Compilation;

public sealed class SubmissionSourceTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kata-submission-").FullName;
    private readonly KataDefinition _kata = KataDefinition.Load(Repository.File("."), "SemaphoreRooms");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("Spa.cs")]
    [InlineData("SemaphoreRooms/Spa.cs")]
    public void A_folder_is_the_katas_own_or_holds_it(string path)
    {
        Write(path, "class Spa { }");
        Write("Given/Stay.cs", "class Forged { }");
        Write("Other.cs", "class Other { }");
        var source = SubmissionSource.Read(_root, _kata);
        Assert.Empty(source.Diagnostics);
        Assert.Equal(("Spa.cs", "class Spa { }"), (Assert.Single(source.Edit).Name, source.Edit[0].Text));
    }

    [Fact]
    public void A_missing_file_is_told_with_where_it_was_looked_for()
    {
        using var client = new CompilerClient(Path.Combine(_root, "cache"));
        var result = client.Compile(Repository.File("."), _kata, SubmissionSource.Read(_root, _kata));
        Assert.Equal(KataStatus.DoesNotCompile, result.Status);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("Spa.cs", "KATA00"), (diagnostic.File, diagnostic.Id));
        Assert.Contains(_root, diagnostic.Message, StringComparison.Ordinal);
        Assert.Null(client.ProcessId);
    }

    [Theory]
    [InlineData(SubmissionSource.LargestFile, 0)]
    [InlineData(SubmissionSource.LargestFile + 1, 1)]
    public void A_file_that_is_too_large_is_not_read(int length, int complaints)
    {
        Write("Spa.cs", new string(' ', length));
        Assert.Equal(complaints, SubmissionSource.Read(_root, _kata).Diagnostics.Count);
    }

    [Fact]
    public void A_link_is_not_followed()
    {
        Write("secret.cs", "class Secret { }");
        File.CreateSymbolicLink(Path.Combine(_root, "Spa.cs"), Path.Combine(_root, "secret.cs"));
        var source = SubmissionSource.Read(_root, _kata);
        Assert.Empty(source.Edit);
        Assert.Contains("is a link", Assert.Single(source.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kata_folder_that_is_a_link_is_not_followed()
    {
        Write("elsewhere/Spa.cs", "class Secret { }");
        Directory.CreateSymbolicLink(Path.Combine(_root, "SemaphoreRooms"), Path.Combine(_root, "elsewhere"));
        Assert.Contains(
            "is a link",
            Assert.Single(SubmissionSource.Read(_root, _kata).Diagnostics).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_kata_may_give_nothing_but_the_shared_usings()
    {
        Write("GlobalUsings.cs", "global using System;");

        var given = GivenSource.Read(_kata with { Folder = Path.Combine(_root, "Alone") });

        Assert.Equal(("GlobalUsings.cs", "global using System;"), (Assert.Single(given).Name, given[0].Text));
    }

    [Fact]
    public void Given_comes_from_the_graders_checkout_with_the_shared_usings() =>
        Assert.Equal(
            ["Given/SlippedException.cs", "Given/Stay.cs", "GlobalUsings.cs"],
            GivenSource.Read(_kata).Select(file => file.Name)
        );

    [Fact]
    public void A_stub_of_the_course_is_compiled_end_to_end()
    {
        using var client = new CompilerClient(Path.Combine(_root, "cache"));
        var result = client.Compile(
            Repository.File("."),
            _kata,
            SubmissionSource.Read(Repository.File("katas"), _kata)
        );
        Assert.Empty(result.Diagnostics);
        Assert.Null(result.Status);
        Assert.True(File.Exists(result.Compiled!.Assembly));
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
