using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Makes the model of a primitive from what its creator said.</summary>
public static class ModelFactory
{
    /// <summary>A model in the primitive's first state.</summary>
    /// <exception cref="InvalidOperationException">The slot holds no primitive that the arbiter has a model of.</exception>
    public static Model Create(ObjectInfo info) =>
        info.Kind switch
        {
            SlotKind.Lock => new LockModel(info),
            SlotKind.RLock => new RLockModel(info),
            SlotKind.Semaphore => new SemaphoreModel(info),
            SlotKind.BoundedSemaphore => new BoundedSemaphoreModel(info),
            SlotKind.Queue or SlotKind.JoinableQueue or SlotKind.SimpleQueue => new QueueModel(info),
            SlotKind.Value => new ValueModel(info),
            SlotKind.SharedArray => new SharedArrayModel(info),
            SlotKind.Result => new ResultModel(info),
            SlotKind.Event => new EventModel(info),
            SlotKind.Barrier => new BarrierModel(info),
            SlotKind.Pipe => new PipeModel(info),
            SlotKind.DictionaryProxy or SlotKind.NamespaceProxy => new DictionaryProxyModel(info),
            SlotKind.ListProxy or SlotKind.ArrayProxy => new ListProxyModel(info),
            SlotKind.ValueProxy => new ValueProxyModel(info),
            _ when info.Kind.Plain() != info.Kind => new PrimitiveProxyModel(
                info,
                Create(info with { Kind = info.Kind.Plain() })
            ),
            _ => throw new InvalidOperationException(
                $"The slot of '{info.Name}' says it holds a {info.Kind}, of which the arbiter has no model. "
                    + "Either an operation came before its primitive was made, or a new primitive lacks its model."
            ),
        };
}
