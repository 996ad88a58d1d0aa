using System.Globalization;
using ConcurrencyKatas.Benchmarks;
using ConcurrencyKatas.Benchmarks.Multiprocessing;
using ConcurrencyKatas.Platform;

switch (args)
{
    case ["multiprocessing", .. var options]:
        Comparison.Run(Options.Parse(options));
        return;
    case ["row", .. var row]:
        if (row is [_, _, var processor])
        {
            // Before anything else runs: threads that are made later are confined as well.
            _ = Affinity.Pin(0, int.Parse(processor, CultureInfo.InvariantCulture));
        }
        Comparison.RunRow(row);
        return;
}
Console.WriteLine("Random walks over warm worker processes, one processor, every point parked:");
Console.WriteLine();
Console.WriteLine("| processes x points | schedules/s | points/schedule | us/point |");
Console.WriteLine("| --- | --- | --- | --- |");
foreach (int processes in (int[])[2, 4, 8, 16])
{
    ArbiterBenchmark.Print(processes, 30);
}
