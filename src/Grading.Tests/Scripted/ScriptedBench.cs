using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>A bench in memory.</summary>
internal sealed class ScriptedBench : IBench
{
    /// <summary>The benches that were asked for beside this one.</summary>
    public List<ScriptedBench> Others { get; } = [];

    public OneActorStage Scripted { get; } = new();

    public IProgramStage Stage => Scripted;

    public void Start() { }

    /// <summary>The way that main goes on every fresh stage; null when it goes the way of its size.</summary>
    public string? GoesWhenFresh { get; set; }

    /// <summary>The fresh stages that were asked for.</summary>
    public List<OneActorStage> Fresh { get; } = [];

    public IProgramStage FreshStage(IEnumerable<int> actors)
    {
        Fresh.Add(new OneActorStage { Goes = GoesWhenFresh });
        return Fresh[^1];
    }

    public void StartOne(int actor) { }

    public void Rehearse(int workers) { }

    public IBench Another()
    {
        var other = new ScriptedBench();
        Others.Add(other);
        return other;
    }

    public void Dispose() => Scripted.Dispose();
}
