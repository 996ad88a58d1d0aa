using System.Globalization;
using ConcurrencyKatas.Benchmarks;
using ConcurrencyKatas.Benchmarks.Multiprocessing;
using ConcurrencyKatas.Platform;

switch (args)
{
    case ["multiprocessing", .. var options]:
        Comparison.Run(Options.Parse(options));
        break;
    case ["row", .. var row]:
        if (row is [_, _, var processor])
        {
            // Before anything else runs: threads that are made later are confined as well.
            _ = Affinity.Pin(0, int.Parse(processor, CultureInfo.InvariantCulture));
        }
        Comparison.RunRow(row);
        break;
    case ["detection"]:
        Console.WriteLine("The chance that one schedule shows the bug:\n");
        DetectionBenchmark.PrintStrategies(schedules: 1_000);
        break;
    case ["portfolio"]:
        Console.WriteLine("Explorations with a portfolio of 200 different schedules:\n");
        DetectionBenchmark.PrintPortfolio(explorations: 100);
        break;
    case ["speed", .. var options]:
        ArbiterBenchmark.Print(SpeedOptions.Parse(options));
        break;
    case ["cold", .. var options]:
        return ColdBenchmark.TryPrint(options) ? 0 : 1;
    default:
        Console.Error.WriteLine("Say what to measure: detection, portfolio, speed, cold or multiprocessing.");
        return 1;
}
return 0;
