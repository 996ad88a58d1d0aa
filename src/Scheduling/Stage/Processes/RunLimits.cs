using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>What would be too much in one run: of processes, of output, of bytes.</summary>
internal sealed class RunLimits
{
    // Main included. Katas need two dozen, and a program that starts processes without end is to be stopped before it has
    // cost seconds.
    private const int MostProcesses = 40;

    // Nobody reads more, and every run keeps what was printed.
    private const int MostOutput = 1_000_000;

    private int _printed;

    /// <summary>A run begins.</summary>
    public void Begin() => _printed = 0;

    /// <summary>What is exceeded when an actor does what it stands at, and what becomes of it; null when nothing is.</summary>
    /// <param name="role">The actor's role.</param>
    /// <param name="decision">What it is told.</param>
    /// <param name="roles">All that there are.</param>
    public (Moved Moved, string Complaint)? Exceeded(Role role, in Decision decision, IReadOnlyList<Role> roles)
    {
        if (role.Kind == OperationKind.Start && decision.Go && TooMany(role.Pending, roles) is { } tooMany)
        {
            return (Moved.Looping, tooMany);
        }
        if (role.Kind == OperationKind.Print && (_printed += role.Pending.Text?.Length ?? 0) > MostOutput)
        {
            return (Moved.Looping, $"it has printed more than {MostOutput:N0} characters");
        }
        if (decision.Payload?.Length > ChannelLayout.PayloadCapacity)
        {
            // It would not survive it: what it asked for cannot be handed over.
            return (
                Moved.Died,
                $"it asked for {decision.Payload.Length:N0} bytes at once, and "
                    + $"{ChannelLayout.PayloadCapacity:N0} is the limit here"
            );
        }
        return null;
    }

    private static string? TooMany(in Operation start, IReadOnlyList<Role> roles)
    {
        int processes = roles.Where((role, actor) => role.Process == actor).Count();
        return !start.StartsThread && processes >= MostProcesses
                ? $"it has started {processes} processes, which is one more than there may be here"
            : roles.Count >= ChannelLayout.MaxActors
                ? $"it has started {processes} processes and {roles.Count - processes} threads of pools, and there may be "
                    + $"{ChannelLayout.MaxActors} of both here"
            : null;
    }
}
