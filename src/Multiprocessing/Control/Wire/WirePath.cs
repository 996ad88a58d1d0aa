using System.Globalization;
using System.Text;

namespace ConcurrencyKatas.Control;

/// <summary>Where in a value a writer is, for messages: <c>order.Lines[2].Price</c>.</summary>
internal sealed class WirePath
{
    private readonly List<(string? Member, int Index)> _steps = [];

    public int Depth => _steps.Count;

    public void Into(string member) => _steps.Add((member, 0));

    public void Into(int index) => _steps.Add((null, index));

    public void Out() => _steps.RemoveAt(_steps.Count - 1);

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach ((string? member, int index) in _steps)
        {
            _ = member is null
                ? text.Append(CultureInfo.InvariantCulture, $"[{index}]")
                : text.Append(text.Length == 0 ? "" : ".").Append(member);
        }
        return text.ToString();
    }
}
