using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// An object of a manager. The server is passive: each call is one operation of its caller, which never waits, and is
/// performed here, on the state itself; the caller gets the answer with the decision. After the manager's end every call is
/// told so.
/// </summary>
/// <param name="info">What the creator of the object said about it.</param>
/// <param name="state">What it holds.</param>
public abstract class ProxyModel(ObjectInfo info, ManagedState state) : Model(info)
{
    private bool _isClosed;

    /// <inheritdoc/>
    public sealed override ulong Digest =>
        state
            .Contents.Aggregate(
                new Digest().Add(_isClosed ? 1 : 0),
                static (digest, value) => value.Aggregate(digest.Add(value.Length), static (d, b) => d.Add(b))
            )
            .Value;

    /// <inheritdoc/>
    public sealed override bool IsEnabled(int actor, in Operation operation) => true;

    /// <inheritdoc/>
    public sealed override Decision Perform(int actor, in Operation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Call when _isClosed:
                return new Decision(Outcome.Go, Decision.Closed);
            case OperationKind.Call:
                var answer = Answer(operation);
                var value = answer.Status == ManagerStatus.Done ? 0 : Decision.Refused;
                return new Decision(Outcome.Go, value, answer.Encode());
            case OperationKind.Close:
                _isClosed = true;
                return new Decision(Outcome.Go);
            default:
                throw CannotDo(actor, operation);
        }
    }

    /// <inheritdoc/>
    public sealed override Model Clone()
    {
        var copy = Copy(state.Clone());
        copy._isClosed = _isClosed;
        return copy;
    }

    /// <inheritdoc/>
    public sealed override string Describe(Func<int, string> nameOf) =>
        _isClosed ? "its manager is gone" : DescribeContents([.. state.Contents.Select(CallWords.Say)]);

    /// <inheritdoc/>
    public override void AssertInvariants() =>
        Invariant.Holds(state.Contents.All(value => value.Length > 0), $"{Info.Name} holds a value of no bytes.");

    /// <summary>A new model of the same kind.</summary>
    protected abstract ProxyModel Copy(ManagedState copied);

    /// <summary>What it holds, in words.</summary>
    protected virtual string DescribeContents(IReadOnlyList<string> contents) =>
        contents.Count == 0 ? "empty" : string.Join(", ", contents);

    // The bytes come from a student's process: what cannot be read is refused, not our fault.
    private ManagerAnswer Answer(in Operation operation)
    {
        try
        {
            return state.Perform((ManagerVerb)operation.Argument, ManagerArguments.Unpack(operation.Payload));
        }
        catch (WireFormatException)
        {
            return ManagerAnswer.Refused(ManagerStatus.BadCall);
        }
    }
}
