// fails: Each_page_is_filed_in_the_main_process: the worker files the page before it returns, and only the line comes to the main process.
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
                FetchAndFile,
                page,
                missing,
                line => lines[page - 1] = line,
                error => lines[page - 1] = Archive.Miss(page, error)
            );
        }
        pool.Close();
        pool.Join();
        return [.. lines];
    }

    private static string FetchAndFile(int page, int missing) => Archive.File(Wire.Fetch(page, missing));
}
