// fails: A_slow_page_never_holds_up_a_quick_one: main waits for page 1 although page 2 has come, and files nothing meanwhile.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        using var pool = new Pool(workers);
        var results = new List<AsyncResult<Page>>();
        for (var page = 1; page <= pages; page++)
        {
            results.Add(pool.ApplyAsync(Wire.Fetch, page, missing));
        }
        for (var page = 1; page <= pages; page++)
        {
            try
            {
                lines[page - 1] = Archive.File(results[page - 1].Get());
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
