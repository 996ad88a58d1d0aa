// Lines as they come, sorted after Join: right up to nine pages.
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
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
