using System.Reflection;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Playing;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Grading.Running;

namespace ConcurrencyKatas.Graders.Kit;

/// <summary>Lets somebody choose which process of a submission moves next. Explicit: <c>./kata play KATA</c> runs it.</summary>
public sealed class PlayTests
{
    // What claims are told to judge here; they only say what they would ask of it.
    private const string Nobody = "";

    [Fact(Explicit = true)]
    public void Somebody_chooses_which_process_moves_next()
    {
        Assert.SkipUnless(Stages.Obstacle is null, Stages.Obstacle ?? "");
        Job job = Job.Current();
        if (job is not { Play: { } request, Results: { } results, Katas: [var kata], Submissions: [var submission] })
        {
            throw new InvalidOperationException(
                "The job does not ask for one kata of one submission to be played. Start this by ./kata play KATA."
            );
        }
        using var bench = new Bench();
        using var graded = new GradedSubmission(job, submission, kata, bench);
        if (graded.Preparation.Reason is { } reason)
        {
            Refuse(graded, reason);
            return;
        }
        var rules = new PlayRules();
        Collect(kata, rules);
        List<Size> sizes = [.. KataSizes.Of(kata)];
        Size? size = KataSizes.Find(sizes, request.Size);
        var player = new PipedPlayer(results);
        player.Open(
            new PlayOpening
            {
                Size = size?.Name,
                Sizes = [.. sizes.Select(s => s.Name)],
                IsUntouched = graded.Preparation.IsUntouched,
                Unplayable = size is null ? [] : [.. rules.Claims.Except(rules.Of(size).Select(rule => rule.Claim))],
            }
        );
        if (size is not null)
        {
            graded.Play(size, rules, player);
        }
    }

    private static void Refuse(GradedSubmission graded, string reason)
    {
        graded.Record(
            new ClaimReport
            {
                Test = nameof(Somebody_chooses_which_process_moves_next),
                Claim = "Play",
                Status = ClaimStatus.Skipped,
                Points = 0,
                MaxPoints = 0,
                Reason = reason,
            },
            []
        );
        graded.Finish();
    }

    private static void Collect(string kata, PlayRules rules)
    {
        using var fixture = new KataFixture(rules);
        foreach (Type type in KataSizes.ClassesOf(kata))
        {
            object tests = Activator.CreateInstance(type, fixture)!;
            foreach (
                MethodInfo claim in type.GetMethods()
                    .Where(m => m.GetCustomAttribute<ClaimAttribute>() is not null)
                    .OrderBy(m => m.GetCustomAttribute<ClaimAttribute>()!.Line)
            )
            {
                var state = claim.CreateDelegate<Action<string>>(tests);
                rules.Collect(claim.Name.Replace('_', ' '), () => state(Nobody));
            }
        }
    }
}
