using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// A stage on which one process is killed. Where the victim would come to the point of the plan, it stands at its own end by a
/// signal instead: everything that sees the program through this stage sees a program in which that happens.
/// </summary>
/// <param name="stage">The stage behind it, which is used by nobody else meanwhile.</param>
/// <param name="plan">Who is killed, and where.</param>
public sealed class CrashingStage(IStage stage, CrashPlan plan) : IStage
{
    private const int Sigkill = 9;
    private const int Nobody = -1;

    private int _victim = Nobody;
    private int _points;

    /// <summary>A stage on which the plan comes true; the stage itself when there is none.</summary>
    public static IStage Of(IStage stage, CrashPlan? plan) => plan is null ? stage : new CrashingStage(stage, plan);

    /// <inheritdoc/>
    public string? Complaint => stage.Complaint;

    /// <inheritdoc/>
    public void Begin()
    {
        (_victim, _points) = (Nobody, 0);
        stage.Begin();
    }

    /// <inheritdoc/>
    public Operation Pending(int actor) =>
        IsDoomed(actor)
            ? Operation.OnActor(OperationKind.Terminate, actor) with
            {
                Argument = Sigkill,
            }
            : stage.Pending(actor);

    /// <inheritdoc/>
    public SourceLine? Source(int actor) => stage.Source(actor);

    /// <inheritdoc/>
    public Moved Grant(int actor, Decision decision)
    {
        if (IsDoomed(actor))
        {
            return Moved.Ended; // It stays where it stands until the run is over; nothing that it does then is seen.
        }
        var granted = stage.Pending(actor);
        if (actor == _victim)
        {
            _points++;
        }
        if (granted.Kind == OperationKind.Start && decision.Go && _victim == Nobody && granted.Text == plan.Victim)
        {
            _victim = (int)decision.Value;
        }
        return stage.Grant(actor, decision);
    }

    /// <inheritdoc/>
    public ObjectInfo Describe(int slotOffset) => stage.Describe(slotOffset);

    /// <inheritdoc/>
    public bool GrantsAhead
    {
        get => stage.GrantsAhead;
        set => stage.GrantsAhead = value;
    }

    /// <inheritdoc/>
    public void CatchUp() => stage.CatchUp();

    /// <inheritdoc/>
    public void Finish() => stage.Finish();

    /// <summary>The same moment on another stage that stands where the one behind this stands.</summary>
    internal CrashingStage On(IStage other) => new(other, plan) { _victim = _victim, _points = _points };

    private bool IsDoomed(int actor) => actor == _victim && _points == plan.Point;
}
