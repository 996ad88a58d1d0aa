using System.Runtime.InteropServices;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Channel;

/// <summary>A number for the point at which an actor stands: the same for the same operation, in every process of a run.</summary>
/// <remarks>Not that of a digest in a token: nobody keeps it, and it is made at every point.</remarks>
internal static class Arrival
{
    /// <summary>It cannot be told by a number: it is too long to be looked at as a whole at each point.</summary>
    public const ulong Unknown = 0;

    /// <summary>Its code has ended, and its worker waits for another command.</summary>
    public const ulong Home = 1;

    private const int MostBytes = 4096;
    private const ulong Prime = 0x9E37_79B9_7F4A_7C15;

    /// <summary>The number of an operation; <see cref="Unknown"/> when it is too long.</summary>
    public static ulong Of(in Operation operation)
    {
        string? text = operation.Text;
        byte[]? payload = operation.Payload;
        if (text?.Length > MostBytes / sizeof(char) || payload?.Length > MostBytes)
        {
            return Unknown;
        }
        ulong state = (uint)operation.Kind | ((ulong)(uint)operation.Space << 32);
        state = Mix(state, (uint)operation.Object | (operation.IsQuiet ? 1UL << 32 : 0));
        state = Mix(state, (ulong)operation.Argument);
        state = Mix(state, (ulong)operation.Timeout);
        if (text is not null)
        {
            state = Mix(state, MemoryMarshal.AsBytes(text.AsSpan()));
        }
        if (payload is not null)
        {
            state = Mix(~state, payload);
        }
        return state | 2; // neither of the two above
    }

    private static ulong Mix(ulong state, ReadOnlySpan<byte> bytes)
    {
        state = Mix(state, (ulong)bytes.Length);
        while (bytes.Length >= sizeof(ulong))
        {
            state = Mix(state, MemoryMarshal.Read<ulong>(bytes));
            bytes = bytes[sizeof(ulong)..];
        }
        foreach (byte last in bytes)
        {
            state = Mix(state, last);
        }
        return state;
    }

    private static ulong Mix(ulong state, ulong number)
    {
        state = (state ^ number) * Prime;
        return state ^ (state >> 29);
    }
}
