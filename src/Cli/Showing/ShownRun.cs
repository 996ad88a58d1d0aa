using ConcurrencyKatas.Cli.Jobs;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>A job, with its progress shown as fits who watches.</summary>
internal static class ShownRun
{
    /// <summary>Runs the job. Cancelling ends the Graders and keeps what was finished.</summary>
    public static Task<GradingResult> RunAsync(
        Surroundings surroundings,
        GradersRequest request,
        CancellationToken cancellation
    )
    {
        var of = request.Expected.Count();
        _ = Rehearsal.Begin(Rehearsal.Run, TextWriter.Null);
        return surroundings.IsTerminal
            ? LiveProgress.WatchAsync(surroundings.Out, of, Run)
            : Run(new PlainProgress(surroundings.Error, of));

        Task<GradingResult> Run(IProgressDisplay display) =>
            new GradersRun(surroundings, request, display).RunAsync(cancellation);
    }
}
