// fails: As_many_workers_fetch_as_were_asked_for_and_no_more: a worker for every page, though fewer were asked for.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        using var pool = new Pool(pages);
        for (var number = 1; number <= pages; number++)
        {
            var page = number;
            pool.ApplyAsync(
                Wire.Fetch,
                page,
                missing,
                fetched => lines[page - 1] = Archive.File(fetched),
                error => lines[page - 1] = Archive.Miss(page, error)
            );
        }
        pool.Close();
        pool.Join();
        return [.. lines];
    }
}
