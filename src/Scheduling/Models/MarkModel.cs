using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>What marks are recorded on: always ready, and sensitive to nothing but their order.</summary>
/// <param name="info">The object's name.</param>
public sealed class MarkModel(ObjectInfo info) : Model(info)
{
    private Digest _order;
    private string _last = "";

    /// <inheritdoc/>
    public override ulong Digest => _order.Value;

    /// <inheritdoc/>
    public override bool IsEnabled(int actor, in Operation operation) => true;

    /// <inheritdoc/>
    public override Decision Perform(int actor, in Operation operation)
    {
        if (operation.Kind != OperationKind.Mark)
        {
            throw CannotDo(actor, operation);
        }
        _order = _order.Add(actor).Add(operation.Text);
        _last = MarkText.WhatOf(operation.Text);
        return new Decision(Outcome.Go);
    }

    /// <inheritdoc/>
    public override Model Clone() => new MarkModel(Info) { _order = _order, _last = _last };

    /// <inheritdoc/>
    public override string Describe(Func<int, string> nameOf) => _last;

    /// <inheritdoc/>
    public override void AssertInvariants() => Invariant.Holds(Info.Name.Length > 0, "An object of marks has no name.");
}
