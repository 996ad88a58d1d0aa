using System.Reflection;
using System.Reflection.Emit;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Tests.Wire;

/// <summary>Both sides of a start run the same build.</summary>
public sealed class AssemblyFinderTests
{
    [Fact]
    public void What_is_loaded_is_found_by_its_build()
    {
        Assembly ours = typeof(AssemblyFinderTests).Assembly;
        Assert.Same(ours, AssemblyFinder.Find("any name", AssemblyFinder.Version(ours)));
        Assert.Same(
            typeof(object).Assembly,
            AssemblyFinder.Find("any name", AssemblyFinder.Version(typeof(object).Assembly))
        );
    }

    [Theory]
    [InlineData("ConcurrencyKatas.Multiprocessing")] // Of another build.
    [InlineData("Nobody.Has.This")]
    [InlineData("")]
    public void What_is_not_there_or_is_of_another_build_is_named(string name)
    {
        var version = Guid.NewGuid();
        string message = Assert.Throws<WireFormatException>(() => AssemblyFinder.Find(name, version)).Message;
        Assert.Contains($"{name} of build {version}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_assembly_or_is_gone_is_not_taken()
    {
        string file = Path.GetTempFileName();
        var (broken, gone) = (Guid.NewGuid(), Guid.NewGuid());
        ProcessPayload.AssemblyPaths[broken] = file;
        ProcessPayload.AssemblyPaths[gone] = file + ".gone";
        try
        {
            Assert.Throws<WireFormatException>(() => AssemblyFinder.Find("Broken", broken));
            Assert.Throws<WireFormatException>(() => AssemblyFinder.Find("Gone", gone));
        }
        finally
        {
            _ = ProcessPayload.AssemblyPaths.Remove(broken);
            _ = ProcessPayload.AssemblyPaths.Remove(gone);
            File.Delete(file);
        }
    }

    [Fact]
    public void An_assembly_that_lies_nowhere_has_no_path()
    {
        var nowhere = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Nowhere"), AssemblyBuilderAccess.Run);
        Assert.Null(AssemblyFinder.PathOf(nowhere));
        Assert.Equal(
            typeof(AssemblyFinderTests).Assembly.Location,
            AssemblyFinder.PathOf(typeof(AssemblyFinderTests).Assembly)
        );
    }
}
