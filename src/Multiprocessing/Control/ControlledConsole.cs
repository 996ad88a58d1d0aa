namespace ConcurrencyKatas.Control;

/// <summary>
/// Where the output of student code goes. In a controlled run each call is one operation, <see cref="OperationKind.Print"/>,
/// whose text is all that the call writes; otherwise it is the system's console.
/// </summary>
public static class ControlledConsole
{
    private static readonly ControlledWriter s_out = new(ControlledWriter.StandardOutput);
    private static readonly ControlledWriter s_error = new(ControlledWriter.StandardError);

    /// <summary>See <see cref="Console.Out"/>.</summary>
    public static TextWriter Out() => s_out;

    /// <summary>See <see cref="Console.Error"/>.</summary>
    public static TextWriter Error() => s_error;

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine() => Out().WriteLine();

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(bool value) => Out().WriteLine(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(char value) => Out().WriteLine(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(char[]? buffer) => Out().WriteLine(buffer);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(decimal value) => Out().WriteLine(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(double value) => Out().WriteLine(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(float value) => Out().WriteLine(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(int value) => Out().WriteLine(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(uint value) => Out().WriteLine(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(long value) => Out().WriteLine(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(ulong value) => Out().WriteLine(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(object? value) => Out().WriteLine(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(string? value) => Out().WriteLine(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(ReadOnlySpan<char> value) => Out().WriteLine(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(char[] buffer, int index, int count) => Out().WriteLine(buffer, index, count);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(string format, object? arg0) => Out().WriteLine(format, arg0);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(string format, object? arg0, object? arg1) => Out().WriteLine(format, arg0, arg1);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(string format, object? arg0, object? arg1, object? arg2) =>
        Out().WriteLine(format, arg0, arg1, arg2);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(string format, params object?[]? arg) => Out().WriteLine(format, arg ?? []);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void WriteLine(string format, params ReadOnlySpan<object?> arg) => Out().WriteLine(format, arg);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(bool value) => Out().Write(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(char value) => Out().Write(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(char[]? buffer) => Out().Write(buffer);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(decimal value) => Out().Write(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(double value) => Out().Write(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(float value) => Out().Write(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(int value) => Out().Write(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(uint value) => Out().Write(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(long value) => Out().Write(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(ulong value) => Out().Write(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(object? value) => Out().Write(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(string? value) => Out().Write(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(ReadOnlySpan<char> value) => Out().Write(value);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(char[] buffer, int index, int count) => Out().Write(buffer, index, count);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(string format, object? arg0) => Out().Write(format, arg0);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(string format, object? arg0, object? arg1) => Out().Write(format, arg0, arg1);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(string format, object? arg0, object? arg1, object? arg2) =>
        Out().Write(format, arg0, arg1, arg2);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(string format, params object?[]? arg) => Out().Write(format, arg ?? []);

    /// <summary>As the method of the same parameters of the console.</summary>
    public static void Write(string format, params ReadOnlySpan<object?> arg) => Out().Write(format, arg);
}
