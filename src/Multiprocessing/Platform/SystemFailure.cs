using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>What the operating system refused, as an exception that says what could not be done.</summary>
internal static class SystemFailure
{
    /// <summary>The last error of this thread.</summary>
    public static Win32Exception Of(string what) => Of(what, Marshal.GetLastPInvokeError());

    /// <summary>An error by its number.</summary>
    public static Win32Exception Of(string what, int error) =>
        new(error, $"{what}: {Marshal.GetPInvokeErrorMessage(error)} (error {error}).");
}
