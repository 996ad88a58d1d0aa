namespace ConcurrencyKatas.Control;

/// <summary>
/// What an object of a manager holds, as encoded values that nobody needs to understand. The server keeps one for each
/// object, and so does the arbiter's model: there is one place that says what a call does.
/// </summary>
public abstract class ManagedState
{
    private long _size;

    private protected ManagedState() { }

    private protected ManagedState(ManagedState other) => _size = other._size;

    /// <summary>Everything that it holds, in order; equal for equal states.</summary>
    public abstract IEnumerable<byte[]> Contents { get; }

    /// <summary>An empty object.</summary>
    /// <returns><see langword="null"/> for a kind that holds nothing.</returns>
    public static ManagedState? Create(SlotKind kind) =>
        kind switch
        {
            SlotKind.DictionaryProxy or SlotKind.NamespaceProxy => new ManagedDictionary(),
            SlotKind.ListProxy or SlotKind.ArrayProxy => new ManagedList(),
            SlotKind.ValueProxy => new ManagedValue(),
            _ => null,
        };

    /// <summary>Does what a call asks for, whole or not at all.</summary>
    /// <param name="verb">What is asked for.</param>
    /// <param name="arguments">Encoded; a wrong number of them is refused.</param>
    public ManagerAnswer Perform(ManagerVerb verb, IReadOnlyList<byte[]> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return Do(verb, arguments) ?? ManagerAnswer.Refused(ManagerStatus.BadCall);
    }

    /// <summary>An independent copy.</summary>
    public abstract ManagedState Clone();

    /// <summary>Does it; <see langword="null"/> for a call that this object does not know.</summary>
    private protected abstract ManagerAnswer? Do(ManagerVerb verb, IReadOnlyList<byte[]> arguments);

    /// <summary>Makes a change if the object does not become larger by it than an object may be.</summary>
    /// <param name="more">By how many bytes it grows; negative when it shrinks.</param>
    /// <param name="change">The change; it cannot fail.</param>
    private protected ManagerAnswer Grow(long more, Action change)
    {
        if (_size + more > WireLimits.NeutralBytes)
        {
            return ManagerAnswer.Refused(ManagerStatus.TooLarge);
        }
        _size += more;
        change();
        return ManagerAnswer.Nothing;
    }

    /// <summary>Takes everything out.</summary>
    private protected ManagerAnswer Empty(Action change) => Grow(-_size, change);

    /// <summary>The bytes of several values.</summary>
    private protected static long Sum(IEnumerable<byte[]> values) => values.Sum(static value => (long)value.Length);

    /// <summary>An encoded index, or <see langword="null"/> for bytes that are none.</summary>
    private protected static int? Index(byte[] encoded)
    {
        try
        {
            return Wire.DecodeNeutral(encoded) as int?;
        }
        catch (WireFormatException)
        {
            return null; // The caller refuses the call.
        }
    }
}
