// fails: Every_page_has_its_line_in_the_summary_and_the_lines_are_in_order: that the last page has come says nothing about the others.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        using var pool = new Pool(workers);
        AsyncResult<Page>? last = null;
        for (var number = 1; number <= pages; number++)
        {
            var page = number;
            last = pool.ApplyAsync(
                Wire.Fetch,
                page,
                missing,
                fetched => lines[page - 1] = Archive.File(fetched),
                error => lines[page - 1] = Archive.Miss(page, error)
            );
        }
        last?.Wait();
        return [.. lines];
    }
}
