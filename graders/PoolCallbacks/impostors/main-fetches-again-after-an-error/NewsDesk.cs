// fails: Each_page_is_fetched_once_in_a_worker_process_and_never_by_the_main_process: the error callback asks again itself.
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
                Wire.Fetch,
                page,
                missing,
                fetched => lines[page - 1] = Archive.File(fetched),
                _ =>
                {
                    try
                    {
                        lines[page - 1] = Archive.File(Wire.Fetch(page, missing));
                    }
                    catch (PageMissingException error)
                    {
                        lines[page - 1] = Archive.Miss(page, error);
                    }
                }
            );
        }
        pool.Close();
        pool.Join();
        return [.. lines];
    }
}
