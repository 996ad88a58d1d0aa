using System.Globalization;
using System.Text;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What is printed in a controlled run is what would be printed anywhere, one operation for each call.</summary>
public sealed class ControlledWriterTests
{
    private static readonly Action<TextWriter>[] s_calls =
    [
        w => w.Write('c'),
        w => w.Write("text"),
        w => w.Write((string?)null),
        w => w.Write(['a', 'b', 'c'], 1, 2),
        w => w.Write("span".AsSpan()),
        w => w.Write(new StringBuilder("builder")),
        w => w.Write((StringBuilder?)null),
        w => w.WriteLine(),
        w => w.WriteLine("line"),
        w => w.WriteLine((string?)null),
        w => w.WriteLine('c'),
        w => w.WriteLine(['a', 'b']),
        w => w.WriteLine(['a', 'b', 'c'], 1, 2),
        w => w.WriteLine("span".AsSpan()),
        w => w.WriteLine(new StringBuilder("builder")),
        w => w.WriteLine((StringBuilder?)null),
        w => w.WriteLine((object)1.5m),
        w => w.WriteLine((object)new Version(1, 2)),
        w => w.WriteLine((object?)null),
        w => w.WriteLine(true),
        w => w.WriteLine(1.5m),
        w => w.WriteLine(2.5),
        w => w.WriteLine(3.5f),
        w => w.WriteLine(-1),
        w => w.WriteLine(1u),
        w => w.WriteLine(-1L),
        w => w.WriteLine(1ul),
        w => w.WriteLine("{0}", 1),
        w => w.WriteLine("{0} {1}", 1, 2),
        w => w.WriteLine("{0} {1} {2}", 1, 2, 3),
        w => w.WriteLine("{0} {1} {2} {3}", 1, 2, 3, 4),
    ];

    [Fact]
    public void Each_call_prints_what_any_writer_prints_in_one_operation()
    {
        foreach (Action<TextWriter> call in s_calls)
        {
            // What is printed under control is the same on every system.
            var expected = new StringWriter(CultureInfo.CurrentCulture) { NewLine = "\n" };
            call(expected);
            using var controller = new FakeController();
            using var writer = new ControlledWriter(ControlledWriter.StandardError);
            call(writer);

            string[] texts = [.. controller.Arrived.Select(operation => operation.Text!)];
            Assert.Equal(expected.ToString() is { Length: > 0 } text ? [text] : [], texts);
            Assert.All(
                controller.Arrived,
                o => Assert.Equal((OperationKind.Print, (long)ControlledWriter.StandardError), (o.Kind, o.Argument))
            );
        }
    }

    [Theory]
    [InlineData(ControlledWriter.StandardOutput)]
    [InlineData(ControlledWriter.StandardError)]
    public void Without_a_controller_it_goes_where_output_goes(int stream)
    {
        (TextWriter output, TextWriter error) = (Console.Out, Console.Error);
        var (printed, complained) = (new StringWriter(), new StringWriter());
        Console.SetOut(printed);
        Console.SetError(complained);
        try
        {
            using var writer = new ControlledWriter(stream);
            writer.Write("here");
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
        Assert.Equal(
            stream == ControlledWriter.StandardOutput ? ("here", "") : ("", "here"),
            ($"{printed}", $"{complained}")
        );
    }
}
