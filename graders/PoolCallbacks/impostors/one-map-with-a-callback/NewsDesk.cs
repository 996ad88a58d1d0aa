// fails: A_slow_page_never_holds_up_a_quick_one: the callback of a MapAsync over all pages is called once, when all have come.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        using var pool = new Pool(workers);
        pool.MapAsync(
            Try,
            Enumerable.Range(1, pages).Select(page => (page, missing)),
            fetched =>
            {
                for (var page = 1; page <= pages; page++)
                {
                    lines[page - 1] = fetched[page - 1] is { } found
                        ? Archive.File(found)
                        : Archive.Miss(page, new PageMissingException(page));
                }
            },
            chunkSize: 1
        );
        pool.Close();
        pool.Join();
        return [.. lines];
    }

    private static Page? Try((int Page, int Missing) job)
    {
        try
        {
            return Wire.Fetch(job.Page, job.Missing);
        }
        catch (PageMissingException)
        {
            return null;
        }
    }
}
