// A MapAsync of one item for each page.
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
            pool.MapAsync(
                static job => Wire.Fetch(job.Page, job.Missing),
                [(Page: page, Missing: missing)],
                fetched => lines[page - 1] = Archive.File(fetched[0]),
                error => lines[page - 1] = Archive.Miss(page, error)
            );
        }
        pool.Close();
        pool.Join();
        return [.. lines];
    }
}
