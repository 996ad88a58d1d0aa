// fails: A_page_that_is_missing_has_its_line_as_well: the first page that is missing makes the desk give up all the others.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        using var pool = new Pool(workers);
        var failed = false;
        for (var number = 1; number <= pages; number++)
        {
            var page = number;
            if (failed)
            {
                break;
            }
            pool.ApplyAsync(
                Wire.Fetch,
                page,
                missing,
                fetched => lines[page - 1] = Archive.File(fetched),
                error =>
                {
                    lines[page - 1] = Archive.Miss(page, error);
                    failed = true;
                    pool.Terminate();
                }
            );
        }
        pool.Close();
        pool.Join();
        return [.. lines];
    }
}
