// fails: Every_page_has_its_line_in_the_summary_and_the_lines_are_in_order: the lines are read after Close, when pages may still be on their way.
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
                error => lines[page - 1] = Archive.Miss(page, error)
            );
        }
        pool.Close();
        List<string> summary = [.. lines.Where(line => line is not null)];
        pool.Join();
        return summary;
    }
}
