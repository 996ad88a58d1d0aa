// No callbacks: the main process takes each page from the pool as soon as it has come, and files it.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        using var pool = new Pool(workers);
        var asked = Enumerable.Range(1, pages).Select(page => (page, missing));
        foreach (var (page, fetched) in pool.IMapUnordered(Try, asked))
        {
            lines[page - 1] = fetched is null
                ? Archive.Miss(page, new PageMissingException(page))
                : Archive.File(fetched);
        }
        pool.Close();
        pool.Join();
        return [.. lines];
    }

    private static (int Page, Page? Fetched) Try((int Page, int Missing) asked)
    {
        try
        {
            return (asked.Page, Wire.Fetch(asked.Page, asked.Missing));
        }
        catch (PageMissingException)
        {
            return (asked.Page, null);
        }
    }
}
