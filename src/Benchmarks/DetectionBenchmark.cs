using System.Globalization;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Bugs;

namespace ConcurrencyKatas.Benchmarks;

/// <summary>How likely each strategy meets each of the 27 bugs in one schedule, and how soon the portfolio does.</summary>
internal static class DetectionBenchmark
{
    private const int Noise = 24; // points of its own that each process has, besides those that matter
    private const int Budget = 200;

    public static void PrintStrategies(int schedules)
    {
        var strategies = Strategies.All.Where(entry => entry.Explores && entry.Name != "prefix").ToList();
        Console.WriteLine($"| {schedules} schedules each | random, unpruned | {Row(strategies.Select(s => s.Name))}");
        Console.WriteLine($"|---|{string.Concat(Enumerable.Repeat("---|", strategies.Count + 1))}");
        double[] sums = new double[strategies.Count + 1];
        foreach (BugModel model in BugCatalogue.All(Noise))
        {
            List<double> shares =
            [
                Share(Detection.Count(model, (seed, _) => new RandomWalk(seed), schedules, prune: false)),
                .. strategies.Select(entry => Share(Detection.Count(model, entry.Create, schedules))),
            ];
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += 1 - Math.Pow(1 - shares[i], Budget);
            }
            Console.WriteLine($"| {model.Name} | {Row(shares.Select(Say))}");
        }
        int models = BugCatalogue.All(Noise).Count;
        Console.WriteLine($"| mean chance in {Budget} | {Row(sums.Select(sum => Say(sum / models)))}");

        double Share(int met) => (double)met / schedules;
    }

    public static void PrintPortfolio(int explorations)
    {
        Console.WriteLine($"| {explorations} explorations each | found | median schedules | 90 % | 99 % |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (BugModel model in BugCatalogue.All(Noise))
        {
            int[] needed =
            [
                .. Enumerable
                    .Range(0, explorations)
                    .Select(number => Detection.SchedulesUntilFound(model, $"{model.Name} {number}") ?? int.MaxValue)
                    .Order(),
            ];
            double found = (double)needed.Count(schedules => schedules < int.MaxValue) / explorations;
            Console.WriteLine(
                $"| {model.Name} | {Say(found)} | {Row(new[] { 0.5, 0.9, 0.99 }.Select(part => At(needed, part)))}"
            );
        }
    }

    private static string At(int[] needed, double part) =>
        needed[Math.Min((int)(needed.Length * part), needed.Length - 1)] is var schedules and < int.MaxValue
            ? schedules.ToString(CultureInfo.InvariantCulture)
            : "-";

    private static string Say(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Row(IEnumerable<string> cells) => $"{string.Join(" | ", cells)} |";
}
