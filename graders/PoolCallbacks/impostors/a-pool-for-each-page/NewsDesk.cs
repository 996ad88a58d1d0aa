// fails: As_many_workers_fetch_as_were_asked_for_and_no_more: every page gets a pool of its own, so there are as many workers as pages.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        var pools = new List<Pool>();
        for (var number = 1; number <= pages; number++)
        {
            var page = number;
            var pool = new Pool(1);
            pools.Add(pool);
            pool.ApplyAsync(
                Wire.Fetch,
                page,
                missing,
                fetched => lines[page - 1] = Archive.File(fetched),
                error => lines[page - 1] = Archive.Miss(page, error)
            );
        }
        foreach (var pool in pools)
        {
            pool.Close();
            pool.Join();
        }
        return [.. lines];
    }
}
