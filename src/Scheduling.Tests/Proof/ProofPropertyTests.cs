namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>The proof against every schedule there is, over random programs.</summary>
public sealed class ProofPropertyTests(ITestOutputHelper output)
{
    [Fact]
    public void A_proof_sees_exactly_what_all_schedules_together_show()
    {
        var (programs, runs, redundant, skipped) = (0, 0, 0, 0);
        var n = int.Parse(Environment.GetEnvironmentVariable("PROGRAMS") ?? "1000");
        var first = ulong.Parse(Environment.GetEnvironmentVariable("FIRST") ?? "0");
        var uncond = Environment.GetEnvironmentVariable("UNCOND") == "1";
        var bad = 0;
        for (ulong seed = first; programs + skipped < n; seed++)
        {
            var program = RandomPrograms.Create(seed);
            var all = Enumeration.Of(program);
            if (all.IsTooLarge)
            {
                skipped++;
                continue;
            }
            var search = new ProofSearch(program.Stage(), new ProofOptions { MaxRuns = 20_000 })
            {
                Commute = uncond
                    ? (World _, in Happening a, in Happening b) => !Independence.MayConflict(a, b)
                    : Independence.Commute,
            };
            var seen = search.Explore().Select(Observation.Of).ToHashSet();
            programs++;
            runs += search.Result.Runs;
            redundant += search.Result.Redundant;
            if (!search.Result.Complete || !seen.SetEquals(all.Observations))
            {
                bad++;
                output.WriteLine($"seed {seed}: {search.Result} all {all.Observations.Count} seen {seen.Count} missing {all.Observations.Except(seen).Count()}");
                if (Environment.GetEnvironmentVariable("SHOW") == "1")
                {
                    foreach (var script in program.Scripts)
                    {
                        output.WriteLine($"  {script.Name}: " + string.Join("; ", script.Instructions.Select(i => $"{i.Operation.Kind} {(i.Operation.Space == Control.ObjectSpace.Slot ? program.Primitives[i.Operation.Object / 64].Name : i.Operation.Text)} t={i.Operation.Timeout} c={i.Child} s={i.SkipIfTimedOut}")));
                    }
                    output.WriteLine(string.Join(", ", program.Primitives));
                    foreach (var o in all.Observations.Except(seen)) output.WriteLine("MISSING " + o);
                    foreach (var o in seen) output.WriteLine("SEEN " + o);
                }
            }
        }
        output.WriteLine($"{programs} programs, {skipped} skipped, {runs} runs, {redundant} redundant, {bad} bad");
        Assert.Equal(0, bad);
    }
}
