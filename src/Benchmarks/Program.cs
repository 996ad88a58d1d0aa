using ConcurrencyKatas.Benchmarks;

Console.WriteLine("Random walks over warm worker processes, one processor, every point parked:");
Console.WriteLine();
Console.WriteLine("| processes x points | schedules/s | points/schedule | us/point |");
Console.WriteLine("| --- | --- | --- | --- |");
foreach (int processes in (int[])[2, 4, 8, 16])
{
    ArbiterBenchmark.Print(processes, 30);
}
