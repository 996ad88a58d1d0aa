// fails: A_slow_page_never_holds_up_a_quick_one: as many pages as there are workers at a time, and a wait for all of them before the next are asked for.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        using var pool = new Pool(workers);
        var batch = new List<AsyncResult<Page>>();
        for (var number = 1; number <= pages; number++)
        {
            var page = number;
            batch.Add(
                pool.ApplyAsync(
                    Wire.Fetch,
                    page,
                    missing,
                    fetched => lines[page - 1] = Archive.File(fetched),
                    error => lines[page - 1] = Archive.Miss(page, error)
                )
            );
            if (batch.Count == workers)
            {
                batch.ForEach(result => result.Wait());
                batch.Clear();
            }
        }
        pool.Close();
        pool.Join();
        return [.. lines];
    }
}
