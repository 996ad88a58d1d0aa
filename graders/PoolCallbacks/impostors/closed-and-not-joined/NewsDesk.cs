// fails: Nothing_is_left_when_the_desk_closes: main waits for every result and closes the pool, but does not wait for the workers.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        var pool = new Pool(workers);
        var results = new List<AsyncResult<Page>>();
        for (var number = 1; number <= pages; number++)
        {
            var page = number;
            results.Add(
                pool.ApplyAsync(
                    Wire.Fetch,
                    page,
                    missing,
                    fetched => lines[page - 1] = Archive.File(fetched),
                    error => lines[page - 1] = Archive.Miss(page, error)
                )
            );
        }
        pool.Close();
        results.ForEach(result => result.Wait());
        return [.. lines];
    }
}
