using System.Diagnostics;

namespace ConcurrencyKatas.Control;

/// <summary>What the last one who comes to a barrier does. It travels with the barrier, as the target of a process does.</summary>
internal sealed class BarrierAction
{
    private readonly Delegate _target;
    private readonly object?[] _arguments;

    private BarrierAction(Delegate target, object?[] arguments) => (_target, _arguments) = (target, arguments);

    /// <summary>Checks an action.</summary>
    /// <exception cref="MultiprocessingUsageException">It captures something, or the arguments do not fit.</exception>
    public static BarrierAction Of(Delegate action, object?[]? arguments)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (TargetRules.CaptureOf(action) is { } capture)
        {
            throw new MultiprocessingUsageException(
                $"The action {TargetRules.NameOf(action.Method)} of a Barrier captures {capture}. Whoever comes last runs it, in "
                    + "its own process, which does not share your variables; pass what it needs as arguments: "
                    + "new Barrier(3, static board => …, board)."
            );
        }
        return new BarrierAction(action, TargetRules.Check(action, arguments));
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="WireFormatException">The bytes are something else.</exception>
    public static BarrierAction Decode(ReadOnlySpan<byte> bytes) =>
        Wire.Decode(bytes) is object?[] and [Delegate target, .. var arguments]
            ? new BarrierAction(target, arguments)
            : throw new WireFormatException("A barrier came with an action that is none.");

    /// <summary>The action as bytes.</summary>
    /// <exception cref="MultiprocessingUsageException">An argument cannot travel; the message names it.</exception>
    public byte[] Encode() => Wire.Encode((object?[])[_target, .. _arguments], "action");

    /// <summary>Runs it; its exceptions come as they are.</summary>
    [DebuggerStepThrough]
    public void Run() => TargetRules.Invoke(_target.Method, _arguments);
}
