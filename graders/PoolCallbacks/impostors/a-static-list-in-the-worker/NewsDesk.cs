// fails: Every_page_has_its_line_in_the_summary_and_the_lines_are_in_order: each worker fills a static list of its own, and the one of the main process stays empty.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        using var pool = new Pool(workers);
        for (var page = 1; page <= pages; page++)
        {
            pool.ApplyAsync(FetchAndKeep, page, missing);
        }
        pool.Close();
        pool.Join();
        s_lines.Sort();
        return s_lines;
    }

    private static readonly List<string> s_lines = [];

    private static bool FetchAndKeep(int page, int missing)
    {
        s_lines.Add(Archive.File(Wire.Fetch(page, missing)));
        return true;
    }
}
