using System.Runtime.InteropServices;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>
/// What a stage grants ahead of its being done: what it knows of its programs, and the plan that is not carried out yet. What an
/// actor did before when it was told the same it will do again: later, and together with what is granted after it.
/// </summary>
/// <param name="segment">Where primitives are made.</param>
/// <param name="channel">Where a plan is written.</param>
/// <param name="workers">Who carries it out.</param>
internal sealed class Lookahead(SharedMemory segment, SharedMemory channel, StageWorkers workers)
{
    private readonly Dictionary<Beginning, Foresight> _programs = [];
    private readonly Plan _plan = new(channel);
    private Foresight _program = new();
    private bool _isOn;

    /// <summary>Whether what the actors of the staged program do can be foreseen.</summary>
    public bool IsReliable => _program.IsOn;

    /// <summary>Whether somebody may still be carrying out a plan that was given up.</summary>
    public bool IsStalled => _plan.IsStalled;

    /// <summary>Another submission: nothing is known of it.</summary>
    public void Forget() => _programs.Clear();

    /// <summary>Chooses of which program is known what the coming runs show.</summary>
    public void Stage(StagedProgram program) =>
        _program = CollectionsMarshal.GetValueRefOrAddDefault(
            _programs,
            new Beginning(0, program.Entry, program.Arguments),
            out _
        ) ??= new Foresight();

    /// <summary>A run begins.</summary>
    /// <param name="isWanted">Whether anything may be granted ahead in it.</param>
    public void Begin(bool isWanted) => _isOn = isWanted && _program.IsOn;

    /// <summary>Where an actor begins; null while nothing is foreseen of it.</summary>
    public SeenPoint? Beginning(int actor, Role role) =>
        _isOn ? _program.Beginning(actor, role.Name, role.Payload) : null;

    /// <summary>Where an actor will go that is told this; null when it is to be told at once, to see where it goes.</summary>
    /// <param name="from">Where it stands.</param>
    /// <param name="decision">What it is told.</param>
    public SeenPoint? Foresee(SeenPoint? from, in Decision decision)
    {
        if (!_isOn || from?.After(decision) is not { } seen)
        {
            return null;
        }
        if (!_plan.HasRoomFor(decision))
        {
            CatchUp();
        }
        return _plan.HasRoomFor(decision) ? seen : null;
    }

    /// <summary>Plans what was foreseen.</summary>
    public void Add(int actor, in Decision decision, SeenPoint seen) => _plan.Add(actor, decision, seen.Arrival);

    /// <summary>Learns where an actor went that was told something at once.</summary>
    /// <returns>Where it stands; null when nothing is foreseen of it from there.</returns>
    public SeenPoint? Note(SeenPoint? from, in Decision decision, Moved moved, ActorChannel line)
    {
        if (!_isOn || from is null)
        {
            return null;
        }
        if (moved == Moved.Ended)
        {
            _program.NoteEnd(from, decision);
            return null;
        }
        SeenPoint? point = _program.Note(from, decision, line.ReadOperation());
        _isOn = _program.IsOn;
        return point;
    }

    /// <summary>What the creator of a primitive said about it, or will have said.</summary>
    public ObjectInfo Describe(int slotOffset)
    {
        if (_plan.Count > 0)
        {
            // It may not have been made yet.
            if (_program.Object(slotOffset) is { } known)
            {
                _plan.Expect(slotOffset, known);
                return known;
            }
            CatchUp();
        }
        ObjectInfo info = SlotReader.Read(segment, slotOffset);
        if (_isOn)
        {
            _program.Note(slotOffset, info);
        }
        return info;
    }

    /// <summary>Has the plan carried out, and looks whether all was as foreseen.</summary>
    /// <exception cref="UnforeseenException">It was not.</exception>
    public void CatchUp()
    {
        if (_plan.Count == 0)
        {
            return;
        }
        if (!_plan.CarryOut(line => workers[line].HasVanished))
        {
            _program.GiveUp();
            throw new UnforeseenException();
        }
        int[] others =
        [
            .. _plan
                .Expected.Where(expected => SlotReader.Read(segment, expected.Key) != expected.Value)
                .Select(expected => expected.Key),
        ];
        _plan.ForgetExpected();
        if (others.Length > 0)
        {
            Array.ForEach(others, _program.Forget);
            throw new UnforeseenException();
        }
    }

    /// <summary>The run is over. What was said about primitives and not looked at may have been what ended it.</summary>
    public void Finish()
    {
        foreach (int slotOffset in _plan.Expected.Keys)
        {
            _program.Forget(slotOffset);
        }
        _plan.Reset();
    }
}
