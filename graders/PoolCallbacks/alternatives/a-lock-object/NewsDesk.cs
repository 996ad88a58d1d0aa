// The same with the lock of the base library.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        var gate = new System.Threading.Lock();
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
                    lock (gate)
                    {
                        lines[page - 1] = Archive.File(fetched);
                    }
                },
                error =>
                {
                    lock (gate)
                    {
                        lines[page - 1] = Archive.Miss(page, error);
                    }
                }
            );
        }
        pool.Close();
        pool.Join();
        lock (gate)
        {
            return [.. lines];
        }
    }
}
