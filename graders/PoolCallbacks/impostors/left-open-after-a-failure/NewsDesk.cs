// fails: Nothing_is_left_when_the_desk_closes: after a page that is missing nobody closes and joins the pool.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        var pool = new Pool(workers);
        var results = new List<AsyncResult<Page>>();
        var failed = false;
        for (var number = 1; number <= pages; number++)
        {
            var page = number;
            results.Add(
                pool.ApplyAsync(
                    Wire.Fetch,
                    page,
                    missing,
                    fetched => lines[page - 1] = Archive.File(fetched),
                    error =>
                    {
                        failed = true;
                        lines[page - 1] = Archive.Miss(page, error);
                    }
                )
            );
        }
        foreach (var result in results)
        {
            result.Wait();
        }
        if (!failed)
        {
            pool.Close();
            pool.Join();
        }
        return [.. lines];
    }
}
