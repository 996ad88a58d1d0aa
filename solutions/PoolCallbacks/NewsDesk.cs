namespace ConcurrencyKatas.PoolCallbacks;

/// <summary>A desk that has pages fetched by several processes and files each one as soon as it comes.</summary>
public static class NewsDesk
{
    /// <summary>Gathers all pages and returns the summary. Runs in the main process.</summary>
    /// <param name="pages">How many pages there are; they are numbered from 1.</param>
    /// <param name="workers">How many worker processes fetch them.</param>
    /// <param name="missing">The number of the page that cannot be fetched; 0 when all can.</param>
    /// <returns>One line for each page, in the order of the pages.</returns>
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        using var pool = new Pool(workers);
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
