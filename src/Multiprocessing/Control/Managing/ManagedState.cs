namespace ConcurrencyKatas.Control;

/// <summary>
/// What an object of a manager holds, as encoded values that nobody needs to understand. The server keeps one for each
/// object, and so does the arbiter's model: there is one place that says what a call does.
/// </summary>
public abstract class ManagedState
{
    private static readonly int s_largest = WireLimits.NeutralBytes;

    private protected ManagedState() { }

    /// <summary>Everything that it holds, in order; equal for equal states.</summary>
    public abstract IEnumerable<byte[]> Contents { get; }

    /// <summary>The bytes that it holds.</summary>
    private protected long Size { get; set; }

    /// <summary>An empty object.</summary>
    /// <returns><see langword="null"/> for a kind that holds nothing.</returns>
    public static ManagedState? Create(SlotKind kind) =>
        kind switch
        {
            SlotKind.DictionaryProxy => new ManagedDictionary(),
            SlotKind.ListProxy => new ManagedList(),
            SlotKind.ValueProxy => new ManagedValue(),
            _ => null,
        };

    /// <summary>Does what a call asks for, whole or not at all.</summary>
    /// <param name="verb">What is asked for.</param>
    /// <param name="arguments">Encoded; a wrong number of them is refused.</param>
    public ManagerAnswer Perform(ManagerVerb verb, IReadOnlyList<byte[]> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        long more = verb.IsRead() ? 0 : arguments.Sum(static argument => (long)argument.Length);
        return Size + more > s_largest
            ? ManagerAnswer.Refused(ManagerStatus.TooLarge)
            : Do(verb, arguments) ?? ManagerAnswer.Refused(ManagerStatus.BadCall);
    }

    /// <summary>An independent copy.</summary>
    public abstract ManagedState Clone();

    /// <summary>Does it; <see langword="null"/> for a call that this object does not know.</summary>
    private protected abstract ManagerAnswer? Do(ManagerVerb verb, IReadOnlyList<byte[]> arguments);

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
