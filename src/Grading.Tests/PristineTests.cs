using ConcurrencyKatas.Grading.Claims;

namespace ConcurrencyKatas.Grading.Tests;

public sealed class PristineTests : IDisposable
{
    private static readonly Dictionary<string, string> s_stub = new() { ["Spa.cs"] = "a", ["Desk.cs"] = "b" };

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("kata-pristine-");

    [Fact]
    public void The_stub_is_all_of_its_files_as_they_were_and_no_other()
    {
        var pristine = new Pristine { Stub = s_stub, Given = new Dictionary<string, string>() };

        Assert.True(pristine.IsStub(new Dictionary<string, string>(s_stub)));
        Assert.False(pristine.IsStub(new Dictionary<string, string>(s_stub) { ["Desk.cs"] = "c" }));
        Assert.False(pristine.IsStub(new Dictionary<string, string>(s_stub) { ["More.cs"] = "a" }));
        Assert.False(pristine.IsStub(new Dictionary<string, string> { ["Spa.cs"] = "a" }));
        Assert.False(pristine.IsStub(new Dictionary<string, string> { ["Spa.cs"] = "a", ["Shelf.cs"] = "b" }));
    }

    [Fact]
    public void Of_given_files_those_count_that_lie_in_the_katas_own_folder()
    {
        var pristine = new Pristine
        {
            Stub = s_stub,
            Given = new Dictionary<string, string> { ["Given/Stay.cs"] = "a", ["Given/Lost.cs"] = "b" },
        };

        IEnumerable<string> edited = pristine.EditedGiven(
            new Dictionary<string, string> { ["Given/Stay.cs"] = "a", ["GlobalUsings.cs"] = "c" }
        );

        Assert.Equal(["Given/Lost.cs"], edited);
    }

    [Fact]
    public void What_was_saved_is_loaded_and_a_kata_of_which_nothing_was_saved_has_none()
    {
        Directory.CreateDirectory(Path.Combine(_root.FullName, "graders", "Rooms"));
        new Pristine { Stub = s_stub, Given = s_stub }.Save(_root.FullName, "Rooms");

        Assert.True(Pristine.Load(_root.FullName, "Rooms")!.IsStub(s_stub));
        Assert.Null(Pristine.Load(_root.FullName, "Halls"));
    }

    public void Dispose() => _root.Delete(recursive: true);
}
