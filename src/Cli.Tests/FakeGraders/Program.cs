using ConcurrencyKatas.FakeGraders;
using ConcurrencyKatas.Grading.Jobs;

if (args is ["linger"])
{
    await new TaskCompletionSource().Task; // for ever: whoever started this process ends it
}

var job = Job.Current();
if (job.Waits)
{
    Tell("waiting");
    if (await Console.In.ReadLineAsync() is null)
    {
        return 130; // nobody is there any more
    }
    Tell("waited");
}
if (args.Contains("*.PlayTests"))
{
    return new FakePlay(job).Run(Console.In);
}
var katas = args.Contains("*.ReplayTests")
    ? job.Submissions.Select(s => (s.Replay ?? job.Replay)!.Split('.')[0]).Distinct()
    : args.Where(a => a.StartsWith("Kata=", StringComparison.Ordinal)).Select(a => a["Kata=".Length..]);
return await new FakeGrading(job, [.. katas], Console.Out).RunAsync();

// In a file that is whole as soon as it is there.
void Tell(string what)
{
    var path = Path.Combine(job.Root, what);
    File.WriteAllText(path + ".part", $"{Environment.ProcessId}");
    File.Move(path + ".part", path, overwrite: true);
}
