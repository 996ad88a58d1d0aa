using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Compiler.Tests.Rewriting;

[Collection(nameof(Seam))]
public sealed class SymbolTests
{
    private const string Source = """
        namespace ConcurrencyKatas.SampleKata;

        public static class Spa
        {
            private static readonly List<int> s_list = Fill();

            public static void Open(int guests)
            {
                Console.WriteLine("before");
                if (guests == 1)
                {
                    throw new InvalidOperationException("line 12");
                }
                Action inner = () =>
                {
                    Console.WriteLine("in a lambda");
                    throw new InvalidOperationException("line 17");
                };
                inner();
            }

            private static List<int> Fill()
            {
                Console.WriteLine("filling");
                return [1];
            }
        }
        """;

    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 17)]
    public void A_stack_trace_names_the_students_file_and_line(int guests, int line)
    {
        using var sample = LoadedSample.Source(Source);
        using var controller = new RecordingController();
        var thrown = Assert.Throws<InvalidOperationException>(() => sample.Open(guests));

        var frame = new StackTrace(thrown, fNeedFileInfo: true).GetFrame(0)!;
        Assert.Equal("Spa.cs", frame.GetFileName());
        Assert.Equal(line, frame.GetFileLineNumber());
    }

    [Fact]
    public void A_moved_initialiser_keeps_its_lines()
    {
        using var sample = LoadedSample.Source(
            Source.Replace("return [1];", "throw new FormatException();", StringComparison.Ordinal)
        );
        using var controller = new RecordingController();
        var thrown = Assert.Throws<FormatException>(sample.Reset);

        var lines = new StackTrace(thrown, fNeedFileInfo: true)
            .GetFrames()
            .Where(f => f.GetFileName() == "Spa.cs")
            .Select(f => f.GetFileLineNumber());
        Assert.Equal([25, 5], lines);
    }

    [Fact]
    public void Assembly_and_symbols_belong_together_and_have_a_new_version()
    {
        using var compiled = Compiled.Source(Source);
        using var image = new PEReader(File.OpenRead(compiled.Answer.Assembly!));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(compiled.Answer.Symbols!));

        var entry = Assert.Single(image.ReadDebugDirectory(), e => e.Type == DebugDirectoryEntryType.CodeView);
        var id = new BlobContentId(symbols.GetMetadataReader().DebugMetadataHeader!.Id);
        Assert.Equal(image.ReadCodeViewDebugDirectoryData(entry).Guid, id.Guid);
        Assert.Equal(entry.Stamp, id.Stamp);

        var metadata = image.GetMetadataReader();
        Assert.Equal(compiled.Answer.Mvid, metadata.GetGuid(metadata.GetModuleDefinition().Mvid));
    }

    [Fact]
    public void Different_sources_have_different_versions()
    {
        using var one = Compiled.Body("Console.WriteLine(1);");
        using var two = Compiled.Body("Console.WriteLine(2);");
        using var again = Compiled.Body("Console.WriteLine(1);");
        Assert.NotEqual(one.Answer.Mvid, two.Answer.Mvid);
        Assert.Equal(one.Answer.Mvid, again.Answer.Mvid);
    }

    [Fact]
    public void Documents_have_the_plain_names_of_the_request()
    {
        const string Given =
            "namespace ConcurrencyKatas.SampleKata; public static class Room { public static void Stay() { } }";
        using var compiled = Compiled.Source(Source, Given);
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(compiled.Answer.Symbols!));
        var reader = symbols.GetMetadataReader();
        Assert.Equal(
            ["Given/Room.cs", "Spa.cs"],
            reader
                .Documents.Select(d => reader.GetString(reader.GetDocument(d).Name))
                .Where(n => n != "GlobalUsings.cs")
                .Order()
        );
    }
}
