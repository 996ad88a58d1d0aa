using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// A shared value, or several under indexes. It keeps them, encoded: whoever is granted a Read is handed the value with the
/// decision. Nothing here ever waits.
/// </summary>
/// <param name="info">What the creator said about it.</param>
public class ValueModel(ObjectInfo info) : Model(info)
{
    private readonly SortedDictionary<long, byte[]> _values = [];

    /// <inheritdoc/>
    public sealed override ulong Digest =>
        _values
            .Aggregate(
                new Digest(),
                static (digest, entry) => digest.Add(entry.Key).Add(Convert.ToHexString(entry.Value))
            )
            .Value;

    /// <inheritdoc/>
    public sealed override bool IsEnabled(int actor, in Operation operation) => true;

    /// <inheritdoc/>
    public sealed override Decision Perform(int actor, in Operation operation)
    {
        var index = operation.Argument;
        var payload = operation.Payload ?? [];
        switch (operation.Kind)
        {
            case OperationKind.Read:
                return new Decision(Outcome.Go, Payload: _values.GetValueOrDefault(index));
            case OperationKind.Write when index < 0:
                WriteAll(payload);
                return new Decision(Outcome.Go);
            case OperationKind.Write:
                _values[index] = payload;
                return new Decision(Outcome.Go);
            case OperationKind.Add:
                return new Decision(
                    Outcome.Go,
                    Payload: SharedNumber.Sum(_values.GetValueOrDefault(index), payload) is { } sum
                        ? _values[index] = sum
                        : null
                );
            case OperationKind.CompareExchange:
                return new Decision(Outcome.Go, Payload: CompareExchange(index, payload));
            default:
                throw CannotDo(actor, operation);
        }
    }

    /// <inheritdoc/>
    public sealed override Model Clone()
    {
        var copy = Empty();
        foreach (var (index, value) in _values)
        {
            copy._values.Add(index, value);
        }
        return copy;
    }

    /// <inheritdoc/>
    public sealed override string Describe(Func<int, string> nameOf) =>
        _values.Count == 0 ? "as it was made" : DescribeValues([.. _values]);

    /// <inheritdoc/>
    public sealed override void AssertInvariants() =>
        Invariant.Holds(_values.Keys.All(index => index >= 0), $"{Info.Name} holds a value under a negative index.");

    /// <summary>A new model of the same kind.</summary>
    protected virtual ValueModel Empty() => new(Info);

    /// <summary>What it holds, in words: values under their indexes, in order.</summary>
    protected virtual string DescribeValues(IReadOnlyList<KeyValuePair<long, byte[]>> values) =>
        CallWords.Say(values[0].Value);

    // The bytes come from a student's process: what cannot be read changes nothing.
    private void WriteAll(byte[] values)
    {
        try
        {
            var index = 0;
            foreach (var value in ManagerArguments.Unpack(values))
            {
                _values[index++] = value;
            }
        }
        catch (WireFormatException)
        {
            return;
        }
    }

    private byte[]? CompareExchange(long index, byte[] payload)
    {
        if (SharedNumber.Pair(payload) is not ({ } value, { } comparand))
        {
            return null;
        }
        var old = _values.GetValueOrDefault(index) ?? SharedNumber.ZeroLike(comparand);
        if (old.AsSpan().SequenceEqual(comparand))
        {
            _values[index] = value;
        }
        return old;
    }
}
