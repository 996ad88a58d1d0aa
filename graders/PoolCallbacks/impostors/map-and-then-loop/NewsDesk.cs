// fails: A_slow_page_never_holds_up_a_quick_one: Map waits for all pages before the first one is filed.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        using var pool = new Pool(workers);
        var fetched = pool.Map(Try, Enumerable.Range(1, pages).Select(page => (page, missing)), chunkSize: 1);
        for (var page = 1; page <= pages; page++)
        {
            lines[page - 1] = fetched[page - 1] is { } found
                ? Archive.File(found)
                : Archive.Miss(page, new PageMissingException(page));
        }
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
