using System.Globalization;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Agent;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>Starts the processes of a stage's workers: as children, or all in one place.</summary>
internal sealed class WorkerSeats(StageOptions options, SharedMemory segment, SharedMemory channel) : IDisposable
{
    private Place? _place;

    /// <summary>Starts one.</summary>
    public WorkerSeat Take(int actor)
    {
        string length = segment.Length.ToString(CultureInfo.InvariantCulture);
        if (options.Enclosure is null)
        {
            SpawnRequest alone = Request(Environment.ProcessId);
            string number = actor.ToString(CultureInfo.InvariantCulture);
            return new WorkerSeat(
                ProcessSpawner.Spawn(alone with { Arguments = [.. alone.Arguments, number, length] })
            );
        }
        if (_place?.IsOver == true)
        {
            Leave();
        }
        _place ??= new Place(options.Enclosure, Request(ControlledWorker.Unguarded), length);
        return new WorkerSeat(_place, actor);
    }

    /// <summary>Whether the place is not to be used any more: it ends, or somebody is in it who is no worker.</summary>
    /// <param name="workers">How many workers there are.</param>
    public bool IsSpoilt(int workers) => _place is not null && (_place.IsDoomed || _place.HasStrangers(workers));

    /// <summary>Ends the place with everybody in it; the next worker is started in another.</summary>
    public void Leave()
    {
        _place?.Dispose();
        _place = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Leave();

    private SpawnRequest Request(int parent) =>
        new()
        {
            FileName = options.Host,
            Arguments =
            [
                "exec",
                options.Worker,
                ControlledWorker.Switch,
                parent.ToString(CultureInfo.InvariantCulture),
            ],
            Environment = options.Environment,
            WorkingDirectory = options.WorkingDirectory,
            Descriptors =
            [
                new(segment.Descriptor, ControlledWorker.SegmentDescriptor),
                new(channel.Descriptor, ControlledWorker.ChannelDescriptor),
            ],
            Output = SpawnOutput.Null,
        };
}
