using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>Graders that were started, with the folder of their job.</summary>
internal sealed class StartedGraders : IDisposable
{
    private readonly bool _waits;

    private StartedGraders(JobFolder folder, GradersProcess process, bool waits) =>
        (Folder, Process, _waits) = (folder, process, waits);

    /// <summary>The folder of their job.</summary>
    public JobFolder Folder { get; }

    /// <summary>Themselves.</summary>
    public GradersProcess Process { get; }

    /// <summary>Starts them.</summary>
    /// <param name="surroundings">The surroundings.</param>
    /// <param name="request">What they are to grade.</param>
    /// <param name="wait">Whether they get ready only, until they are told to <see cref="GoOn"/>.</param>
    /// <exception cref="UserError">They cannot be started.</exception>
    public static StartedGraders Start(Surroundings surroundings, GradersRequest request, bool wait = false)
    {
        var folder = new JobFolder(surroundings.Repository);
        try
        {
            var names = request.Expected.Select(e => e.Kata.Name).Distinct().ToList();
            new Job
            {
                Root = surroundings.Repository.Root,
                Submissions = request.Submissions,
                Katas = names,
                ProofBudget = request.ProofBudget,
                Results = folder.Results,
                Replay = request.Replay,
                Waits = wait,
            }.Save(folder.JobFile);
            var only = request.IsReplay ? "ReplayTests" : null;
            return new StartedGraders(folder, GradersProcess.Start(surroundings.Graders, folder, names, only), wait);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>What those that wait are to grade is saved. Others have begun already.</summary>
    public void GoOn()
    {
        if (_waits)
        {
            Process.Say("saved");
        }
    }

    /// <summary>Ends them, if they have not ended, and removes the folder.</summary>
    public void Dispose()
    {
        Process.Dispose();
        Folder.Dispose();
    }
}
