namespace ConcurrencyKatas.Cli.Showing;

/// <summary>Draws a share as a bar: <c>██████░░</c>.</summary>
internal static class Bar
{
    /// <summary>The bar; empty when there is nothing to be had.</summary>
    public static string Draw(int part, int whole, int width)
    {
        // A bar is full only for everything, and not empty for something.
        var filled =
            whole == 0 ? 0
            : part == whole ? width
            : Math.Clamp(width * part / whole, part > 0 ? 1 : 0, width - 1);
        return new string('█', filled) + new string('░', width - filled);
    }
}
