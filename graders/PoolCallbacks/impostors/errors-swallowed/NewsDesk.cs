// fails: A_page_that_is_missing_has_its_line_as_well: there is no error callback, so nobody hears of the page that is missing.
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
            pool.ApplyAsync(Wire.Fetch, page, missing, fetched => lines[page - 1] = Archive.File(fetched));
        }
        pool.Close();
        pool.Join();
        return [.. lines.Where(line => line is not null)];
    }
}
