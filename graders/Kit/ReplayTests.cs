using System.Reflection;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Graders.Kit;

/// <summary>Runs the one schedule that a job asks for and draws it. Explicit: <c>./kata replay TOKEN</c> runs it.</summary>
public sealed class ReplayTests
{
    [Fact(Explicit = true)]
    public void The_schedule_of_the_token_is_run_and_drawn()
    {
        Job job = Job.Current();
        var token = ReplayToken.Parse(job.Replay ?? throw new InvalidOperationException("The job names no replay token."));
        Size size =
            SizesOf(token.Kata).FirstOrDefault(s => s.Slug == token.Configuration)
            ?? throw new InvalidOperationException(
                $"{token.Kata} has no size '{token.Configuration}'. The token was made by other graders than these."
            );

        using var bench = new Bench();
        var graded = new GradedSubmission(job, job.Submissions[0], token.Kata, bench);

        graded.Replay(size, token);

        graded.Finish();
    }

    private static IEnumerable<Size> SizesOf(string kata) =>
        from type in typeof(ReplayTests).Assembly.GetTypes()
        where type.GetCustomAttribute<KataAttribute>()?.Kata == kata
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field.FieldType == typeof(Size)
        select (Size)field.GetValue(null)!;
}
