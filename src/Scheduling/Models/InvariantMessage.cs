using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ConcurrencyKatas.Scheduling;

/// <summary>What an interpolated string becomes that is only put together when an invariant does not hold.</summary>
[InterpolatedStringHandler]
internal readonly ref struct InvariantMessage
{
    private readonly StringBuilder? _text;

    /// <summary>Called by the compiler.</summary>
    public InvariantMessage(int literalLength, int formattedCount, bool condition, out bool isNeeded)
    {
        _ = formattedCount;
        isNeeded = !condition;
        _text = isNeeded ? new StringBuilder(literalLength) : null;
    }

    /// <summary>The whole message.</summary>
    public string Text => _text?.ToString() ?? "";

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string value) => _text?.Append(value);

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted<T>(T value) => _text?.Append(CultureInfo.InvariantCulture, $"{value}");
}
