// fails: A_slow_page_never_holds_up_a_quick_one: Apply waits for each page before the next one is asked for.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        using var pool = new Pool(workers);
        for (var page = 1; page <= pages; page++)
        {
            try
            {
                lines[page - 1] = Archive.File(pool.Apply(Wire.Fetch, page, missing));
            }
            catch (Exception error)
            {
                lines[page - 1] = Archive.Miss(page, error);
            }
        }
        pool.Close();
        pool.Join();
        return [.. lines];
    }
}
