using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class InteractiveTests
{
    [Fact]
    public void It_asks_only_where_there_is_a_choice_and_from_the_beginning()
    {
        List<int> asked = [];
        var run = Arbiter.Run(Corpus.LostUpdate().Stage(), new Interactive([], Last));
        Assert.Equal(Ending.Completed, run.Ending);
        // Main begins, and starts the first child, alone.
        Assert.Equal(2, asked[0]);

        Choice Last(Situation situation)
        {
            Assert.True(situation.IsChoice);
            asked.Add(situation.Steps.Count);
            return Choice.Grant(situation.Enabled[0].Actor);
        }
    }

    [Fact]
    public void A_way_is_gone_again_and_only_then_somebody_is_asked()
    {
        var first = Arbiter.Run(Corpus.AbBa().Stage(), new RandomWalk(7));
        var way = first.Steps.Take(6).ToList();
        IReadOnlyList<Step>? seen = null;
        var run = Arbiter.Run(Corpus.AbBa().Stage(), new Interactive(way, Stop));
        Assert.Equal(Ending.Stopped, run.Ending);
        Assert.Equal(way, seen!.Take(6));
        Assert.InRange(seen!.Count, 6, first.Steps.Count);

        Choice Stop(Situation situation)
        {
            seen = [.. situation.Steps];
            return Choice.Stop("enough");
        }
    }

    [Fact]
    public void A_program_that_goes_another_way_is_noticed_and_somebody_is_asked_from_there_on()
    {
        var way = Arbiter.Run(Corpus.AbBa().Stage(), new RoundRobin()).Steps;
        var strategy = new Interactive(way, situation => Choice.Grant(situation.Enabled[0].Actor));
        var run = Arbiter.Run(Corpus.LostUpdate().Stage(), strategy);
        Assert.Equal(Ending.Completed, run.Ending);
        Assert.Contains("did not go the same way again: at step", strategy.Divergence);
        Assert.Contains("worker-1 came to Acquire before, and now to Mark.", strategy.Divergence);
    }

    [Fact]
    public void A_program_that_goes_the_same_way_has_no_divergence()
    {
        var way = Arbiter.Run(Corpus.Rooms(3, 2).Stage(), new RandomWalk(3)).Steps;
        var strategy = new Interactive(way, _ => throw new InvalidOperationException("Nobody is to be asked."));
        var run = Arbiter.Run(Corpus.Rooms(3, 2).Stage(), strategy);
        Assert.Null(strategy.Divergence);
        Assert.Equal(way, run.Steps);
    }

    [Fact]
    public void The_run_so_far_knows_names_and_who_waits_and_does_not_change_any_more()
    {
        Run? sofar = null;
        var steps = 0;
        Arbiter.Run(
            Corpus.AbBa().Stage(),
            new Interactive(
                [],
                situation =>
                {
                    if (sofar is null && situation.Parked.Any(parked => !situation.IsEnabled(parked.Actor)))
                    {
                        sofar = situation.SoFar(_ => new SourceLine("Smithy.cs", 4));
                        steps = situation.Steps.Count;
                    }
                    return Choice.Grant(situation.Enabled[0].Actor);
                }
            )
        );
        Assert.Equal(Ending.Stopped, sofar!.Ending);
        Assert.Equal(steps, sofar.Steps.Count);
        Assert.Contains(sofar.Actors, actor => actor.Name == "worker-1");
        var wait = Assert.Single(sofar.Waits);
        Assert.Equal(new SourceLine("Smithy.cs", 4), wait.Source);
        Assert.All(sofar.Steps, step => Assert.NotEqual(OperationKind.Terminate, step.Operation.Kind));
    }
}
