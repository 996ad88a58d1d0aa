// fails: A_slow_page_never_holds_up_a_quick_one: one worker, whatever was asked for, so a slow page stops all others.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        using var pool = new Pool(1);
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
