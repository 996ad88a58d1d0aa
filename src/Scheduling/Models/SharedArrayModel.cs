namespace ConcurrencyKatas.Scheduling;

/// <summary>An array of shared values.</summary>
/// <param name="info">What the creator said about it; its largest value is its length.</param>
public sealed class SharedArrayModel(ObjectInfo info) : ValueModel(info)
{
    /// <inheritdoc/>
    protected override ValueModel Empty() => new SharedArrayModel(Info);

    /// <inheritdoc/>
    protected override string DescribeValues(IReadOnlyList<KeyValuePair<long, byte[]>> values) =>
        string.Join(", ", values.Select(entry => $"[{entry.Key}] {CallWords.Say(entry.Value)}"));
}
