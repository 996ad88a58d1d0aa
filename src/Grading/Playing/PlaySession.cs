using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Playing;

/// <summary>
/// A player at a program: run after run, each going the way of the one before as far as the player did not take it back.
/// Nothing is ever undone in a process; what is taken back is run again without it.
/// </summary>
/// <param name="stage">Where the program runs.</param>
/// <param name="board">Makes the positions.</param>
/// <param name="player">Who chooses.</param>
internal sealed class PlaySession(IStage stage, PlayBoard board, IPlayer player)
{
    // Who lets a program that does not end go on in turn is not to wait for long.
    private static readonly RunOptions s_options = new() { MaxPoints = 2_000 };

    // At which step each choice was made.
    private readonly Stack<int> _choices = [];
    private IReadOnlyList<Step> _way = [];
    private Interactive _strategy = null!;
    private RoundRobin? _rest;
    private World? _world;
    private bool _quits;

    /// <summary>Plays a program on a stage, walking stacks, until the player has enough.</summary>
    public static void Play(IProgramStage stage, StagedProgram program, PlayBoard board, IPlayer player)
    {
        using IDisposable pinned = stage.Pin();
        stage.WalksStacks = true;
        stage.Stage(program);
        new PlaySession(stage, board, player).Play();
        stage.WalksStacks = false;
    }

    /// <summary>Plays until the player has enough.</summary>
    public void Play()
    {
        while (!_quits)
        {
            _rest = null;
            _world = null;
            _strategy = new Interactive(_way, Choose);
            Run run = Arbiter.Run(stage, _strategy, s_options);
            if (run.Ending != Ending.Stopped)
            {
                LookBack(run);
            }
        }
    }

    private Choice Choose(Situation situation)
    {
        _world = situation.World;
        if (_rest is not null)
        {
            return _rest.Choose(situation);
        }
        ForgetFrom(situation.Steps.Count);
        PlayPosition position = board.Of(situation, stage.Source, _choices.Count, _strategy.Divergence);
        while (true)
        {
            PlayCommand command = player.Next(position);
            switch (command.Deed)
            {
                case PlayDeed.Move when situation.IsEnabled(command.Actor):
                    _choices.Push(situation.Steps.Count);
                    return Choice.Grant(command.Actor);
                case PlayDeed.Finish:
                    _choices.Push(situation.Steps.Count);
                    _rest = new RoundRobin();
                    return _rest.Choose(situation);
                case PlayDeed.Move:
                    position = position with { Remark = WhyNot(position, command.Actor), Evidence = null };
                    break;
                default:
                    if (Leave(situation.Steps, command))
                    {
                        return Choice.Stop(command.ToString());
                    }
                    position = position with { Remark = NothingToUndo, Evidence = null };
                    break;
            }
        }
    }

    private void LookBack(Run run)
    {
        ForgetFrom(run.Steps.Count);
        PlayPosition position = board.AtTheEnd(run, _world, _choices.Count, _strategy.Divergence);
        while (true)
        {
            PlayCommand command = player.Next(position);
            bool goesBack = command.Deed is PlayDeed.Undo or PlayDeed.Restart or PlayDeed.Quit;
            if (goesBack && Leave(run.Steps, command))
            {
                return;
            }
            position = position with
            {
                Remark = goesBack ? NothingToUndo : "The run is over: nobody can move any more.",
                Evidence = null,
            };
        }
    }

    private const string NothingToUndo = "There is no choice to take back.";

    private bool Leave(IReadOnlyList<Step> steps, PlayCommand command)
    {
        switch (command.Deed)
        {
            case PlayDeed.Undo when _choices.Count == 0:
                return false;
            case PlayDeed.Undo:
                _way = [.. steps.Take(_choices.Pop())];
                return true;
            case PlayDeed.Restart:
                _choices.Clear();
                _way = [];
                return true;
            default:
                _quits = true;
                return true;
        }
    }

    // A program that did not go the same way again may have ended, or asks, before a choice that was made on the way.
    private void ForgetFrom(int step)
    {
        while (_choices.TryPeek(out int made) && made >= step)
        {
            _choices.Pop();
        }
    }

    private static string WhyNot(PlayPosition position, int actor) =>
        position.Actors.FirstOrDefault(other => other.Number == actor) is { } waiting
            ? $"{waiting.Name} cannot move: it {waiting.What}."
            : $"There is no process {actor}, or it has ended.";
}
