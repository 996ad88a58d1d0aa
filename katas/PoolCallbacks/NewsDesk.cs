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
        // Yours to write: a pool of workers that fetch, callbacks that file, and a summary that is complete.
        //
        //     pool.ApplyAsync(Wire.Fetch, page, missing, callback, errorCallback);
        //
        // has Wire.Fetch(page, missing) called in a worker. What it returns goes to the callback, what it throws to the
        // error callback; both are lambdas or methods of yours.
        return [];
    }
}
