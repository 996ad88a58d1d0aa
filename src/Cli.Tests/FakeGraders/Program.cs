using ConcurrencyKatas.FakeGraders;
using ConcurrencyKatas.Grading.Jobs;

if (args is ["linger"])
{
    await new TaskCompletionSource().Task; // for ever: whoever started this process ends it
}

var job = Job.Current();
if (args.Contains("*.PlayTests"))
{
    return new FakePlay(job).Run(Console.In);
}
var katas = args.Contains("*.ReplayTests")
    ? job.Submissions.Select(s => (s.Replay ?? job.Replay)!.Split('.')[0]).Distinct()
    : args.Where(a => a.StartsWith("Kata=", StringComparison.Ordinal)).Select(a => a["Kata=".Length..]);
return await new FakeGrading(job, [.. katas], Console.Out).RunAsync();
