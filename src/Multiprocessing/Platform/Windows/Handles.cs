using System.Globalization;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// Handles as descriptors. Only their lower 32 bits count, on 64-bit Windows too. A child inherits a handle under the value
/// that it has here, so an environment variable tells it which of its handles stands for which number.
/// </summary>
internal static unsafe class Handles
{
    /// <summary>The environment variable: <c>3=1a4,5=2c</c>.</summary>
    public const string Variable = "KATA_HANDLES";

    private const uint SameAccess = 2;

    private static readonly Dictionary<int, int> s_inherited = Read();

    /// <summary>A handle as a descriptor.</summary>
    public static int Number(nint handle) => checked((int)handle);

    /// <summary>The handle that this process got for a number.</summary>
    public static int Inherited(int number) =>
        s_inherited.TryGetValue(number, out int handle)
            ? handle
            : throw new InvalidOperationException($"This process was given nothing under the number {number}.");

    /// <summary>What tells a child which handle is which.</summary>
    public static string Tell(IEnumerable<(int Number, nint Handle)> handles) =>
        string.Join(
            ',',
            handles.Select(static one => string.Create(CultureInfo.InvariantCulture, $"{one.Number}={one.Handle:x}"))
        );

    /// <summary>A copy that children inherit.</summary>
    public static nint Inheritable(nint handle)
    {
        nint copy;
        nint self = Kernel32.CurrentProcess();
        return Kernel32.DuplicateHandle(self, handle, self, &copy, 0, inherit: 1, SameAccess) != 0
            ? copy
            : throw SystemFailure.Of($"Cannot hand {handle} on to a child");
    }

    private static Dictionary<int, int> Read()
    {
        string told = Environment.GetEnvironmentVariable(Variable) ?? "";
        Environment.SetEnvironmentVariable(Variable, null); // It is about this process alone.
        Dictionary<int, int> inherited = [];
        foreach (string one in told.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = one.Split('=');
            int handle = int.Parse(sides[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            inherited[int.Parse(sides[0], CultureInfo.InvariantCulture)] = handle;
            _ = Kernel32.SetHandleInformation(handle, Kernel32.HandleFlagInherit, 0);
        }
        return inherited;
    }
}
