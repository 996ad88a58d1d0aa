namespace ConcurrencyKatas.Cli.Publishing.Html;

/// <summary>An actor or an object of a drawn wait-for graph.</summary>
/// <param name="title">As it is written.</param>
/// <param name="isObject">Whether it is something that is waited for, rather than somebody who waits.</param>
internal sealed class WaitNode(string title, bool isObject)
{
    public string Title => title;

    public bool IsObject => isObject;

    public const double Height = 30;

    public double X { get; set; }

    public double Y { get; set; }

    public bool InCircle { get; set; }

    public double Width => Math.Max(54, Title.Length * 7.4 + 20);

    /// <summary>Where a line from the middle towards a point leaves the box, and a gap beyond.</summary>
    public (double X, double Y) Border(double towardsX, double towardsY, double gap)
    {
        var (dx, dy) = (towardsX - X, towardsY - Y);
        var length = Math.Max(0.001, Math.Sqrt(dx * dx + dy * dy));
        var scale = Math.Min(
            (Width / 2 + gap) / Math.Max(0.001, Math.Abs(dx)),
            (Height / 2 + gap) / Math.Max(0.001, Math.Abs(dy))
        );
        return length * scale > length ? (X, Y) : (X + dx * scale, Y + dy * scale);
    }
}
