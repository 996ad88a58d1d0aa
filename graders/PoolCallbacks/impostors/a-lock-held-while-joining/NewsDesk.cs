// deadlock: main holds the lock that the callbacks need, and waits in Join for the thread that runs them.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        using var pool = new Pool(workers);
        for (var number = 1; number <= pages; number++)
        {
            var page = number;
            pool.ApplyAsync(
                Wire.Fetch,
                page,
                missing,
                fetched =>
                {
                    lock (lines)
                    {
                        lines[page - 1] = Archive.File(fetched);
                    }
                },
                error =>
                {
                    lock (lines)
                    {
                        lines[page - 1] = Archive.Miss(page, error);
                    }
                }
            );
        }
        lock (lines)
        {
            pool.Close();
            pool.Join();
        }
        return [.. lines];
    }
}
