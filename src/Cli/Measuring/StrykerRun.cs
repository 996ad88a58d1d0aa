using System.Diagnostics;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Reports;
using ConcurrencyKatas.Strength.Stryker;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>Has Stryker.NET mutate the solutions in trusted mode, one kata at a time, with that kata's graders only.</summary>
internal sealed class StrykerRun(Surroundings surroundings)
{
    // Its exit code for a score below a threshold. We have none there.
    private const int BelowThreshold = 2;

    private readonly Repository _repository = surroundings.Repository;
    private readonly StrengthFolder _folder = StrengthFolder.Of(surroundings.Repository);

    /// <summary>Mutates each, and writes the outcomes.</summary>
    /// <exception cref="UserError">Stryker failed, or a canary says that its run is not to be believed.</exception>
    public async Task<IReadOnlyList<KataOutcomes>> RunAsync(IReadOnlyList<Kata> katas, CancellationToken cancellation)
    {
        var steps = new Steps(surroundings, _folder, ["tools", .. katas.Select(k => $"stryker: {k.Name}")]);
        await steps.NextAsync(() =>
            new DotnetTool(_folder.Logs) { Folder = _repository.Root }.RequireAsync(
                "tools",
                cancellation,
                "tool",
                "restore"
            )
        );
        List<KataOutcomes> outcomes = [];
        foreach (var kata in katas)
        {
            outcomes.Add(await steps.NextAsync(() => MutateAsync(kata, cancellation)));
        }
        return outcomes;
    }

    private async Task<KataOutcomes> MutateAsync(Kata kata, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var place = new StrykerFolder(Path.Combine(_folder.Kata(kata.Name), "stryker"));
        place.Clear();
        var results = place.Results;
        Job(kata, results).Save(place.JobFile);
        File.WriteAllText(place.Settings, StrykerSettings.Of(kata));
        var environment = TrustedBuild.Environment();
        environment[Grading.Jobs.Job.Variable] = place.JobFile;
        var tool = new DotnetTool(_folder.Logs) { Folder = _repository.Graders, Environment = environment };
        var log = $"stryker-{kata.Name}";
        string[] arguments =
        [
            "stryker",
            "-f",
            place.Settings,
            "-p",
            "Solutions.csproj",
            "--skip-version-check",
            "-O",
            place.Output,
        ];
        try
        {
            var code = await tool.RunAsync(log, cancellation, arguments);
            if (code is not (0 or BelowThreshold))
            {
                throw tool.Failed(log, arguments, $"ended with exit code {code}");
            }
        }
        finally
        {
            RemoveBackups();
        }
        var report = ReportJson.Read<MutationReport>(place.Report);
        if (StrykerCanary.Complaint(report) is { } complaint)
        {
            throw tool.Failed(
                log,
                arguments,
                $"brought a score for {kata.Name} that is not to be believed: {complaint}"
            );
        }
        return Write(kata, report, place, clock.Elapsed);
    }

    private KataOutcomes Write(Kata kata, MutationReport report, StrykerFolder place, TimeSpan elapsed)
    {
        var unmutated =
            place.Graded(null, kata.Name)
            ?? throw new UserError(
                $"Stryker never ran the graders of {kata.Name} without a mutant. The logs are in {_folder.Logs}.",
                ExitCodes.CouldNotGrade
            );
        var reading = new StrykerReading(
            kata.Name,
            id => place.Graded(id, kata.Name),
            ConcurrencyRun.EquivalentsOf(_repository, kata.Name)
        );
        var outcomes = new KataOutcomes
        {
            Kata = kata.Name,
            Kind = OutcomeKind.Stryker,
            Claims = [.. unmutated.Claims.Select(c => c.Test)],
            Outcomes = reading.Read(report),
            Explorations = unmutated.Explorations,
            RightPrograms = 1,
            Seconds = elapsed.TotalSeconds,
        };
        MutationFiles.Write(_repository, _folder, outcomes);
        return outcomes;
    }

    private Job Job(Kata kata, string results) =>
        new()
        {
            Root = _repository.Root,
            Submissions = [new JobSubmission { Label = Trust.Label, Path = _repository.Solutions }],
            Katas = [kata.Name],
            ProofBudget = Grading.Jobs.Job.FullProof,
            Results = results,
        };

    // Stryker puts the original back from a copy, which it never makes anew: after the next change it would be the old one.
    private void RemoveBackups()
    {
        var folder = TrustedBuild.Folder(_repository, "release");
        if (Directory.Exists(folder))
        {
            foreach (var backup in Directory.EnumerateFiles(folder, "*.stryker-unchanged"))
            {
                File.Delete(backup);
            }
        }
    }
}
