using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>A bench in memory.</summary>
internal sealed class ScriptedBench : IBench
{
    private IProgramStage? _stage;

    /// <summary>The benches that were asked for beside this one.</summary>
    public List<ScriptedBench> Others { get; } = [];

    public OneActorStage Scripted { get; } = new();

    /// <summary>Makes a stage of another kind; null for one on which main is alone.</summary>
    public Func<IStage>? Makes { get; init; }

    public IProgramStage Stage => _stage ??= Makes is null ? Scripted : new StageInMemory(Makes());

    /// <summary>What becomes of a run for real, null for one that does not end in time; null where there is nothing to run.</summary>
    public Func<Size, RealRun?>? Real { get; init; }

    /// <summary>How often all workers were started at once.</summary>
    public int Starts { get; private set; }

    /// <summary>How many workers were started one by one.</summary>
    public int StartedOneByOne { get; private set; }

    /// <summary>Set once somebody has rehearsed here.</summary>
    public ManualResetEventSlim HasRehearsed { get; } = new();

    public void Start() => Starts++;

    /// <summary>The way that main goes on every fresh stage; null when it goes the way of its size.</summary>
    public string? GoesWhenFresh { get; set; }

    /// <summary>The fresh stages that were asked for.</summary>
    public List<OneActorStage> Fresh { get; } = [];

    public IProgramStage FreshStage(IEnumerable<int> actors)
    {
        if (Makes is not null)
        {
            return new StageInMemory(Makes());
        }
        Fresh.Add(new OneActorStage { Goes = GoesWhenFresh });
        return Fresh[^1];
    }

    public void StartOne(int actor) => StartedOneByOne++;

    public void Rehearse(int workers) => HasRehearsed.Set();

    public RealRun? RunForReal(CompiledKata kata, KataDefinition definition, Size size, TimeSpan patience) =>
        Real is null ? throw new CouldNotGradeException("There is nothing to be run for real.") : Real(size);

    public IBench Another()
    {
        var other = new ScriptedBench { Makes = Makes, Real = Real };
        Others.Add(other);
        return other;
    }

    public void Dispose()
    {
        Scripted.Dispose();
        HasRehearsed.Dispose();
    }
}
