using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// A queue, first in, first out, of every kind: a pool's tasks and results, and those that programs make. It keeps the items:
/// whoever is granted a Get is handed the first one with the decision. Items are numbered in the order in which they were
/// put, and counted as dealt with in that order too.
/// </summary>
/// <remarks>After Close nothing can be put, and every Get on the empty queue brings <see cref="None"/> at once.</remarks>
/// <param name="info">What the creator of the queue said about it; its largest value is how many items it holds at most.</param>
public sealed class QueueModel(ObjectInfo info) : Model(info)
{
    /// <summary>The number of no item: the queue is closed, and for a Get also empty.</summary>
    public const long None = -1;

    private readonly System.Collections.Generic.Queue<byte[]> _items = [];
    private long _put;
    private long _done;
    private bool _isClosed;

    /// <summary>How many items wait to be taken.</summary>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public override ulong Digest
    {
        get
        {
            var digest = new Digest().Add(_put).Add(_done).Add(_isClosed ? 1 : 0);
            foreach (var item in _items)
            {
                digest = digest.Add(Convert.ToHexString(item));
            }
            return digest.Value;
        }
    }

    private long First => _items.Count > 0 || !_isClosed ? _put - _items.Count : None;

    private bool IsFull => _items.Count >= Info.Maximum;

    /// <inheritdoc/>
    public override bool IsEnabled(int actor, in Operation operation) =>
        operation.Timeout == 0
        || _isClosed
        || operation.Kind switch
        {
            OperationKind.Get => _items.Count > 0,
            OperationKind.Put => !IsFull,
            OperationKind.Wait => _done == _put,
            _ => true,
        };

    /// <inheritdoc/>
    public override long? ItemOf(in Operation operation) =>
        !QueueOrder.HasItem(operation)
            ? null
            : operation.Kind switch
            {
                OperationKind.Get => First,
                OperationKind.Put => _isClosed ? None : _put,
                _ => _done,
            };

    /// <inheritdoc/>
    public override Decision Perform(int actor, in Operation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Put when _isClosed:
                return new Decision(Outcome.Go, None);
            case OperationKind.Put when !IsFull:
                _items.Enqueue(operation.Payload ?? []);
                return new Decision(Outcome.Go, _put++);
            case OperationKind.TaskDone when _done == _put:
                return new Decision(Outcome.Go, QueueOrder.Refused(_done));
            case OperationKind.TaskDone:
                return new Decision(Outcome.Go, _done++);
            case OperationKind.Read:
                return new Decision(Outcome.Go, _items.Count);
            case OperationKind.Wait when _done == _put || _isClosed:
                return new Decision(Outcome.Go);
            case OperationKind.Get when _items.Count > 0:
                var number = First;
                return new Decision(Outcome.Go, number, _items.Dequeue());
            case OperationKind.Get when _isClosed:
                return new Decision(Outcome.Go, None);
            case OperationKind.Put or OperationKind.Get or OperationKind.Wait when operation.Timeout == 0:
                return new Decision(Outcome.TimedOut);
            case OperationKind.Close:
                _isClosed = true;
                if (operation.Argument != 0)
                {
                    _items.Clear();
                }
                return new Decision(Outcome.Go);
            default:
                throw CannotDo(actor, operation);
        }
    }

    /// <inheritdoc/>
    public override Model Clone()
    {
        var copy = new QueueModel(Info)
        {
            _put = _put,
            _done = _done,
            _isClosed = _isClosed,
        };
        foreach (var item in _items)
        {
            copy._items.Enqueue(item);
        }
        return copy;
    }

    /// <inheritdoc/>
    public override string Describe(Func<int, string> nameOf)
    {
        var room = Info.Maximum == int.MaxValue ? "" : $" of {Info.Maximum} at most";
        var items =
            _items.Count == 0 ? "empty" : $"{_items.Count}{room}: {string.Join(", ", _items.Select(CallWords.Say))}";
        var done = Info.Kind == SlotKind.JoinableQueue ? $"; {_put - _done} not done with" : "";
        return $"{items}{done}{(_isClosed ? "; closed" : "")}";
    }

    /// <inheritdoc/>
    public override void AssertInvariants() =>
        Invariant.Holds(
            _items.Count <= _put && _items.Count <= Info.Maximum && _done <= _put,
            $"{Info.Name} holds {_items.Count} items of at most {Info.Maximum}; {_put} were put and {_done} dealt with."
        );
}
