namespace ConcurrencyKatas.Control;

/// <summary>A single value.</summary>
public sealed class ManagedValue : ManagedState
{
    private byte[] _value = Wire.Encode(null);

    /// <inheritdoc/>
    public override IEnumerable<byte[]> Contents => [_value];

    /// <inheritdoc/>
    public override ManagedState Clone() => new ManagedValue { _value = _value, Size = Size };

    private protected override ManagerAnswer? Do(ManagerVerb verb, IReadOnlyList<byte[]> arguments) =>
        (verb, arguments.Count) switch
        {
            (ManagerVerb.Get, 0) => ManagerAnswer.Of(_value),
            (ManagerVerb.Create or ManagerVerb.Set, 1) => Set(arguments[0]),
            _ => null,
        };

    private ManagerAnswer Set(byte[] value)
    {
        _value = value;
        // The old value leaves as the new one comes, so what is there never counts against the limit.
        Size = 0;
        return ManagerAnswer.Nothing;
    }
}
