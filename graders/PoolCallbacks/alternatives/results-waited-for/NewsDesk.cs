// Every result is waited for before the pool is closed; the callbacks file, and the results give the order.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new Dictionary<int, string>();
        using var pool = new Pool(workers);
        var results = new List<AsyncResult<Page>>();
        for (var number = 1; number <= pages; number++)
        {
            var page = number;
            results.Add(
                pool.ApplyAsync(
                    Wire.Fetch,
                    page,
                    missing,
                    fetched => lines[page] = Archive.File(fetched),
                    error => lines[page] = Archive.Miss(page, error)
                )
            );
        }
        var summary = new List<string>();
        for (var page = 1; page <= pages; page++)
        {
            results[page - 1].Wait();
            summary.Add(lines[page]);
        }
        pool.Close();
        pool.Join();
        return summary;
    }
}
