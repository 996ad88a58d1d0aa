// fails: Every_page_has_its_line_in_the_summary_and_the_lines_are_in_order: main files pages of its own making, and fetches them too.
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
            lines[page - 1] =
                page == missing
                    ? Archive.Miss(page, new PageMissingException(page))
                    : Archive.File(new Page(page, $"news of page {page}"));
            pool.ApplyAsync(Wire.Fetch, page, missing);
        }
        pool.Close();
        pool.Join();
        return [.. lines];
    }
}
