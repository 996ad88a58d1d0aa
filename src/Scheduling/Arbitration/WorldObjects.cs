using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>The models of what the operations of one run have named so far, each made when it is named first.</summary>
/// <param name="describe">What the creator of the primitive at an offset said about it.</param>
internal sealed class WorldObjects(Func<int, ObjectInfo> describe)
{
    private readonly Dictionary<ObjectId, Model> _models = [];
    private readonly Dictionary<string, int> _markNumbers = [];

    /// <summary>All of them.</summary>
    public IReadOnlyDictionary<ObjectId, Model> Models => _models;

    /// <summary>Adds one that nobody has named, a process.</summary>
    public void Add(ObjectId id, Model model) => _models.Add(id, model);

    /// <summary>On what an operation of an actor is.</summary>
    public ObjectId Identify(int actor, in Operation operation) =>
        operation.Kind switch
        {
            OperationKind.End => new ObjectId(ObjectSpace.Actor, actor),
            OperationKind.Start => ObjectId.None,
            _ => operation.Space switch
            {
                ObjectSpace.Mark => new ObjectId(ObjectSpace.Mark, NumberOfMark(MarkText.ObjectOf(operation.Text))),
                ObjectSpace.None => ObjectId.None,
                _ => new ObjectId(operation.Space, operation.Object),
            },
        };

    /// <summary>The model of an object.</summary>
    /// <param name="id">The object.</param>
    /// <param name="operation">The operation that names it.</param>
    /// <exception cref="InvalidOperationException">It is a process that was not started, or a primitive that does not exist.</exception>
    public Model Of(ObjectId id, in Operation operation)
    {
        if (_models.TryGetValue(id, out var model))
        {
            return model;
        }
        model = id.Space switch
        {
            ObjectSpace.Slot => ModelFactory.Create(describe(id.Number)),
            ObjectSpace.Mark => new MarkModel(new ObjectInfo(SlotKind.Free, 0, 0, MarkText.ObjectOf(operation.Text))),
            _ => throw new InvalidOperationException(
                $"An operation ({operation.Kind}) names actor {id.Number}, but only {_models.Values.Count(one => one is ProcessModel)} were started."
            ),
        };
        _models.Add(id, model);
        return model;
    }

    /// <summary>An independent copy in the same state.</summary>
    public WorldObjects Clone()
    {
        var copy = new WorldObjects(describe);
        foreach (var (id, model) in _models)
        {
            copy._models.Add(id, model.Clone());
        }
        foreach (var (name, number) in _markNumbers)
        {
            copy._markNumbers.Add(name, number);
        }
        return copy;
    }

    // By the name and nothing else, so that an object has the same number in every run, whoever marks it first.
    private int NumberOfMark(string name)
    {
        if (!_markNumbers.TryGetValue(name, out var number))
        {
            number = (int)(new Digest().Add(name).Value & int.MaxValue);
            while (_models.ContainsKey(new ObjectId(ObjectSpace.Mark, number)))
            {
                number = (number + 1) & int.MaxValue;
            }
            _markNumbers.Add(name, number);
        }
        return number;
    }
}
