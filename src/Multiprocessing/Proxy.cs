using System.Text;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// Stands for an object that a <see cref="Manager"/> keeps. It can be passed to a <see cref="Process"/> as an argument, or
/// kept inside another object of the manager; it is then the same object everywhere.
/// </summary>
/// <remarks>
/// Each call goes to the manager's server and back, and is atomic: no other call on this object comes in between. Two
/// calls are not. <c>left["count"] -= 1</c> reads and then writes; hold a lock around it when others write too. What a
/// call brings is a copy: changing that copy changes nothing in the manager.
/// </remarks>
public abstract class Proxy : ISlotObject
{
    private protected Proxy(Manager manager, SlotKind kind, string? name, IReadOnlyList<byte[]> content)
    {
        Offset = NamedSlot.Create(kind, 0, 0, 0, name);
        NamedSlot.SetManager(Offset, manager.Offset);
        Name = NamedSlot.NameAt(Offset);
        _ = Ask(ManagerVerb.Create, () => $"a new {Name}", content);
    }

    /// <summary>Its name in messages and traces, at most 28 bytes of UTF-8.</summary>
    public string Name { get; private set; }

    /// <summary>Where its slot is in the segment; the same number in every process of the session.</summary>
    internal int Offset { get; private set; }

    int ISlotObject.Offset => Offset;

    internal abstract SlotKind Kind { get; }

    bool ISlotObject.Attach(int offset)
    {
        if (!NamedSlot.Holds(Kind, offset))
        {
            return false;
        }
        (Offset, Name) = (offset, NamedSlot.NameAt(offset));
        return true;
    }

    /// <summary>Does one call, at one point.</summary>
    /// <param name="verb">Which.</param>
    /// <param name="arguments">Encoded.</param>
    /// <exception cref="ManagerLostException">There is no server any more.</exception>
    private protected ManagerAnswer Invoke(ManagerVerb verb, params IReadOnlyList<byte[]> arguments)
    {
        if (Seam.Controller is not { } controller)
        {
            var request = new ManagerRequest(Kind, Offset, verb, -1, arguments);
            return ManagerConnections.Call(NamedSlot.ManagerOf(Offset), request, Name);
        }
        Decision decision = controller.Arrive(
            new Operation(
                OperationKind.Call,
                ObjectSpace.Slot,
                Offset,
                (long)verb,
                Payload: ManagerArguments.Pack(arguments)
            )
        );
        return decision.Value == Decision.Closed
            ? throw ManagerErrors.ShutDown(Name, verb)
            : ManagerAnswer.Decode(
                decision.Payload
                    ?? throw controller.Mismatch($"The arbiter gave no answer to {verb} on {Name} (slot {Offset}).")
            );
    }

    /// <summary>The same, for a call that has to succeed.</summary>
    /// <param name="verb">Which.</param>
    /// <param name="what">The call as it stands in source; used for messages only.</param>
    /// <param name="arguments">Encoded.</param>
    private protected IReadOnlyList<byte[]> Ask(
        ManagerVerb verb,
        Func<string> what,
        params IReadOnlyList<byte[]> arguments
    )
    {
        ManagerAnswer answer = Invoke(verb, arguments);
        return answer.Status == ManagerStatus.Done ? answer.Values : throw ManagerErrors.Refused(answer, Name, what());
    }

    private protected int AskNumber(ManagerVerb verb, params IReadOnlyList<byte[]> arguments) =>
        Decode<int>(Ask(verb, () => $"{Name}.{verb}", arguments)[0]);

    private protected static T Decode<T>(byte[] value) => (T)Wire.Decode(value)!;

    private protected static string Say(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            _ => new StringBuilder().Append(System.Globalization.CultureInfo.InvariantCulture, $"{value}").ToString(),
        };
}
