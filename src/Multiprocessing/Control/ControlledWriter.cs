using System.Text;

namespace ConcurrencyKatas.Control;

/// <summary>
/// A text writer that prints through the scheduler. The base class splits a line into what is written and the line's end;
/// here a call is one operation, so that another process can print between two lines but not inside one.
/// </summary>
/// <param name="stream"><see cref="StandardOutput"/> or <see cref="StandardError"/>.</param>
internal sealed class ControlledWriter(int stream) : TextWriter
{
    /// <summary>The argument of an operation that prints on standard output.</summary>
    public const int StandardOutput = 1;

    /// <summary>The argument of an operation that prints on standard error.</summary>
    public const int StandardError = 2;

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>The same on every system: what is printed belongs to a run, which is replayed elsewhere.</summary>
    public override string NewLine => "\n";

    /// <inheritdoc/>
    public override void Write(char value) => Print(value.ToString());

    /// <inheritdoc/>
    public override void Write(string? value) => Print(value);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Print(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Print(buffer.ToString());

    /// <inheritdoc/>
    public override void Write(StringBuilder? value) => Print(value?.ToString());

    /// <inheritdoc/>
    public override void WriteLine() => Print(NewLine);

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Print(value + NewLine);

    /// <inheritdoc/>
    public override void WriteLine(char value) => WriteLine(value.ToString());

    /// <inheritdoc/>
    public override void WriteLine(char[]? buffer) => WriteLine(new string(buffer));

    /// <inheritdoc/>
    public override void WriteLine(char[] buffer, int index, int count) => WriteLine(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void WriteLine(ReadOnlySpan<char> buffer) => WriteLine(buffer.ToString());

    /// <inheritdoc/>
    public override void WriteLine(StringBuilder? value) => WriteLine(value?.ToString());

    /// <inheritdoc/>
    public override void WriteLine(object? value) =>
        WriteLine(value is IFormattable formattable ? formattable.ToString(null, FormatProvider) : value?.ToString());

    /// <inheritdoc/>
    public override void WriteLine(bool value) => WriteLine(value.ToString());

    /// <inheritdoc/>
    public override void WriteLine(decimal value) => WriteLine(value.ToString(FormatProvider));

    /// <inheritdoc/>
    public override void WriteLine(double value) => WriteLine(value.ToString(FormatProvider));

    /// <inheritdoc/>
    public override void WriteLine(float value) => WriteLine(value.ToString(FormatProvider));

    /// <inheritdoc/>
    public override void WriteLine(int value) => WriteLine(value.ToString(FormatProvider));

    /// <inheritdoc/>
    public override void WriteLine(uint value) => WriteLine(value.ToString(FormatProvider));

    /// <inheritdoc/>
    public override void WriteLine(long value) => WriteLine(value.ToString(FormatProvider));

    /// <inheritdoc/>
    public override void WriteLine(ulong value) => WriteLine(value.ToString(FormatProvider));

    /// <inheritdoc/>
    public override void WriteLine(string format, object? arg0) =>
        WriteLine(string.Format(FormatProvider, format, arg0));

    /// <inheritdoc/>
    public override void WriteLine(string format, object? arg0, object? arg1) =>
        WriteLine(string.Format(FormatProvider, format, arg0, arg1));

    /// <inheritdoc/>
    public override void WriteLine(string format, object? arg0, object? arg1, object? arg2) =>
        WriteLine(string.Format(FormatProvider, format, arg0, arg1, arg2));

    /// <inheritdoc/>
    public override void WriteLine(string format, params object?[] arg) =>
        WriteLine(string.Format(FormatProvider, format, arg));

    /// <inheritdoc/>
    public override void WriteLine(string format, params ReadOnlySpan<object?> arg) =>
        WriteLine(string.Format(FormatProvider, format, arg));

    private void Print(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }
        if (Seam.Controller is { } controller)
        {
            controller.Arrive(new Operation(OperationKind.Print, Argument: stream, Text: text));
            return;
        }
        (stream == StandardError ? Console.Error : Console.Out).Write(text);
    }
}
