// deadlock: main holds the lock that the callback needs, and waits for the result that becomes ready after it.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        var results = new List<AsyncResult<Page>>();
        using var pool = new Pool(workers);
        for (var number = 1; number <= pages; number++)
        {
            var page = number;
            var result = pool.ApplyAsync(
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
            results.Add(result);
        }
        lock (lines)
        {
            results.ForEach(result => result.Wait());
        }
        pool.Close();
        pool.Join();
        return [.. lines];
    }
}
