// fails: Each_page_is_fetched_once_in_a_worker_process_and_never_by_the_main_process: every page is fetched once more, to be on the safe side.
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
                FetchSurely,
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

    private static Page FetchSurely(int page, int missing)
    {
        Wire.Fetch(page, missing);
        return Wire.Fetch(page, missing);
    }
}
