using ConcurrencyKatas.Cli.Jobs;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>A job, with its progress shown as fits who watches.</summary>
internal static class ShownRun
{
    /// <summary>Runs the job. Cancelling ends the Graders and keeps what was finished.</summary>
    /// <param name="surroundings">The surroundings.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="ready">Graders that were started for this ahead; null to start some.</param>
    public static Task<GradingResult> RunAsync(
        Surroundings surroundings,
        GradersRequest request,
        CancellationToken cancellation,
        StartedGraders? ready = null
    )
    {
        var of = request.Expected.Count();
        _ = Rehearsal.Begin(Rehearsal.Run, TextWriter.Null);
        return surroundings.IsTerminal
            ? LiveProgress.WatchAsync(surroundings.Out, of, Run)
            : Run(new PlainProgress(surroundings.Error, of));

        Task<GradingResult> Run(IProgressDisplay display) =>
            new GradersRun(surroundings, request, display, ready).RunAsync(cancellation);
    }
}
