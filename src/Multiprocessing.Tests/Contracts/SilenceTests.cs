using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>A controlled process that waits for something of which the scheduler knows nothing.</summary>
public sealed class SilenceTests
{
    [Fact]
    public void Who_waits_behind_the_schedulers_back_is_given_up_whatever_it_has_computed_before()
    {
        using var stage = new ProcessStage(Backend.Options with { SilenceLimit = TimeSpan.FromMilliseconds(500) });
        stage.Stage(
            new StagedProgram(
                typeof(SilentProgram).Assembly.Location,
                $"{typeof(SilentProgram).FullName}.{nameof(SilentProgram.ComputeAndWait)}",
                Wire.Encode(Array.Empty<object?>())
            )
        );
        Assert.Equal(Ending.Silent, Arbiter.Run(stage, new RoundRobin()).Ending);
    }
}
