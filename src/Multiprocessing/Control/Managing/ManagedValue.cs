namespace ConcurrencyKatas.Control;

/// <summary>A single value.</summary>
public sealed class ManagedValue : ManagedState
{
    private static readonly byte[] s_null = Wire.Encode(null);

    private byte[] _value = s_null;

    /// <summary>Makes one that holds <see langword="null"/>.</summary>
    public ManagedValue()
    {
        _ = Grow(s_null.Length, static () => { });
    }

    private ManagedValue(ManagedValue other)
        : base(other) => _value = other._value;

    /// <inheritdoc/>
    public override IEnumerable<byte[]> Contents => [_value];

    /// <inheritdoc/>
    public override ManagedState Clone() => new ManagedValue(this);

    private protected override ManagerAnswer? Do(ManagerVerb verb, IReadOnlyList<byte[]> arguments) =>
        (verb, arguments.Count) switch
        {
            (ManagerVerb.Get, 0) => ManagerAnswer.Of(_value),
            (ManagerVerb.Create or ManagerVerb.Set, 1) => Set(arguments[0]),
            _ => null,
        };

    private ManagerAnswer Set(byte[] value) => Grow(value.Length - _value.Length, () => _value = value);
}
