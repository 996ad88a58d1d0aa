using System.Text;
using System.Text.Unicode;

namespace ConcurrencyKatas.Control;

/// <summary>Text in places of fixed size.</summary>
internal static class Utf8Text
{
    /// <summary>Writes as many whole characters as fit.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Cut(string text, Span<byte> destination)
    {
        _ = Utf8.FromUtf16(text, destination, out _, out int written);
        return written;
    }

    /// <summary>Reads bytes that another process wrote; what is not UTF-8 becomes the replacement character.</summary>
    public static string Read(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
