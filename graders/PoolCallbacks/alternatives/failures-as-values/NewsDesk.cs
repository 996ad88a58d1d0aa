// The worker catches the failure and returns it as a value; one callback files both.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        using var pool = new Pool(workers);
        for (var number = 1; number <= pages; number++)
        {
            var page = number;
            pool.ApplyAsync(
                Try,
                page,
                missing,
                fetched => lines[page - 1] = fetched is null ? Archive.Miss(page, Why(page)) : Archive.File(fetched)
            );
        }
        pool.Close();
        pool.Join();
        return [.. lines];
    }

    private static Page? Try(int page, int missing)
    {
        try
        {
            return Wire.Fetch(page, missing);
        }
        catch (PageMissingException)
        {
            return null;
        }
    }

    private static PageMissingException Why(int page) => new(page);
}
