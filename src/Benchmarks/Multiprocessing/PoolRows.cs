namespace ConcurrencyKatas.Benchmarks.Multiprocessing;

/// <summary>Pools of two workers. The function does nothing, so what is measured is the pool.</summary>
internal static class PoolRows
{
    private const int Workers = 2;
    private const int WarmUps = 3;

    public static double MapChunkOne(double scale) => InPool(pool => MapOnce(pool, 1, scale));

    public static double Map(double scale) => InPool(pool => MapOnce(pool, null, scale));

    public static double Callback(double scale) =>
        InPool(pool =>
        {
            int count = Clock.Times(8_000, scale);
            List<int> seen = [];
            var results = new AsyncResult<int>[count];
            double seconds = Clock.Seconds(() =>
            {
                for (int number = 0; number < count; number++)
                {
                    results[number] = pool.ApplyAsync(Same, number, seen.Add);
                }
                Array.ForEach(results, static result => result.Wait());
            });
            return seen.Count == count
                ? count / seconds
                : throw new InvalidOperationException($"{seen.Count} callbacks of {count} ran.");
        });

    public static double IMap(double scale) =>
        InPool(pool =>
        {
            int count = Clock.Times(8_000, scale);
            double seconds = Clock.Seconds(() => _ = pool.IMap(Same, Enumerable.Range(0, count)).Count());
            return count / seconds;
        });

    private static double InPool(Func<Pool, double> measure)
    {
        using var pool = new Pool(Workers);
        for (int time = 0; time < WarmUps; time++)
        {
            _ = pool.Map(Same, Enumerable.Range(0, 5_000));
            _ = measure(pool); // Both sides warm up with the work itself.
        }
        return measure(pool);
    }

    private static double MapOnce(Pool pool, int? chunk, double scale)
    {
        int count = Clock.Times(10_000, scale);
        int[] results = [];
        double seconds = Clock.Seconds(() => results = pool.Map(Same, Enumerable.Range(0, count), chunk));
        return results[^1] == count - 1
            ? seconds * 1e3 * 10_000 / count
            : throw new InvalidOperationException($"The last result is {results[^1]} instead of {count - 1}.");
    }

    private static int Same(int value) => value;
}
