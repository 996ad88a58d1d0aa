using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>
/// What the actors of a program were seen to do, by what they were told. All that a process learns under control it is told
/// by the arbiter, so who was told the same will do the same: the arbiter can decide on what comes after it before it is done.
/// Who does something else was not foreseen; nothing is foreseen of that program from then on.
/// </summary>
internal sealed class Foresight
{
    // What was not seen before costs a hand-over, as everything does without foresight.
    private const int MostPoints = 50_000;
    private const int MostBytes = 16_000_000;

    private readonly Dictionary<Beginning, SeenPoint> _beginnings = [];
    private readonly Dictionary<int, ObjectInfo?> _objects = [];
    private int _points;
    private int _bytes;

    /// <summary>Whether it can be relied upon.</summary>
    public bool IsOn { get; private set; } = true;

    /// <summary>The program does what cannot be foreseen.</summary>
    public void GiveUp()
    {
        _beginnings.Clear();
        _objects.Clear();
        IsOn = false;
    }

    /// <summary>Where an actor begins; null when that is not noted.</summary>
    /// <param name="actor">Its number.</param>
    /// <param name="name">Its name, or the entry method of main.</param>
    /// <param name="payload">What it is to do.</param>
    public SeenPoint? Beginning(int actor, string name, byte[] payload)
    {
        var key = new Beginning(actor, name, payload);
        if (!_beginnings.TryGetValue(key, out SeenPoint? first) && HasRoom(payload.Length))
        {
            _beginnings.Add(key, first = new SeenPoint());
        }
        return first;
    }

    /// <summary>An actor was told something at a point, and came to stand before an operation.</summary>
    /// <returns>The point where it stands; null when it is not noted, and nothing can be foreseen from there.</returns>
    public SeenPoint? Note(SeenPoint from, in Decision decision, in Operation operation)
    {
        if (operation.StartsThread)
        {
            GiveUp(); // Two actors of one process learn of each other through its memory.
        }
        if (from.After(decision) is { } known)
        {
            // It was not gone to by a plan, so it may be another one.
            if (known.IsAt(operation))
            {
                return known;
            }
            GiveUp();
        }
        var next = new SeenPoint(operation);
        return IsOn && next.Arrival != Arrival.Unknown && HasRoom(SizeOf(decision) + SizeOf(operation))
            ? from.Add(decision, next)
            : null;
    }

    /// <summary>An actor was told something at a point, and came to its end.</summary>
    public void NoteEnd(SeenPoint from, in Decision decision)
    {
        if (IsOn && from.After(decision) is null && HasRoom(SizeOf(decision)))
        {
            from.Add(decision, SeenPoint.End);
        }
    }

    /// <summary>What the creator of a primitive will have said about it; null when that is not known.</summary>
    public ObjectInfo? Object(int slotOffset) => _objects.GetValueOrDefault(slotOffset);

    /// <summary>Notes it, unless it was found to differ from run to run.</summary>
    public void Note(int slotOffset, ObjectInfo info)
    {
        if (!_objects.TryAdd(slotOffset, info) && _objects[slotOffset] != info)
        {
            Forget(slotOffset);
        }
    }

    /// <summary>It differs from run to run.</summary>
    public void Forget(int slotOffset) => _objects[slotOffset] = null;

    private static int SizeOf(in Decision decision) => decision.Payload?.Length ?? 0;

    private static int SizeOf(in Operation operation) =>
        ((operation.Text?.Length ?? 0) * sizeof(char)) + (operation.Payload?.Length ?? 0);

    private bool HasRoom(int bytes)
    {
        if (_points >= MostPoints || bytes > MostBytes - _bytes)
        {
            return false;
        }
        _points++;
        _bytes += bytes;
        return true;
    }
}
