using ConcurrencyKatas.Cli.Jobs;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class ProgressTailTests
{
    private const string Line = """{"label":"a","kata":"K","phase":"proof","done":1,"of":null,"text":"Prüfung"}""";

    [Fact]
    public void Half_a_line_waits_for_its_other_half_even_within_a_character()
    {
        using var course = new TestCourse();
        var path = course.PathOf("progress.ndjson");
        var tail = new ProgressTail(path);
        Assert.Empty(tail.ReadNew());

        var bytes = System.Text.Encoding.UTF8.GetBytes(Line + "\nnot progress\n" + Line + "\n");
        var cut = Array.IndexOf(bytes, (byte)0xC3) + 1;
        Append(path, bytes.AsSpan(0, cut));
        Assert.Empty(tail.ReadNew());
        Append(path, bytes.AsSpan(cut));
        Assert.Equal(["Prüfung", "Prüfung"], tail.ReadNew().Select(l => l.Text));
        Assert.Empty(tail.ReadNew());
    }

    private static void Append(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(path, FileMode.Append);
        stream.Write(bytes);
    }
}
