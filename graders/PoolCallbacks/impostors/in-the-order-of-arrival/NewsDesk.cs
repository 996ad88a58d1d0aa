// fails: Every_page_has_its_line_in_the_summary_and_the_lines_are_in_order: the lines stand in the order in which the pages came.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new List<string>();
        using var pool = new Pool(workers);
        for (var number = 1; number <= pages; number++)
        {
            var page = number;
            pool.ApplyAsync(
                Wire.Fetch,
                page,
                missing,
                fetched => lines.Add(Archive.File(fetched)),
                error => lines.Add(Archive.Miss(page, error))
            );
        }
        pool.Close();
        pool.Join();
        return lines;
    }
}
