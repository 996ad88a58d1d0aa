// As many pages as there are workers are asked for at first, and each callback asks for the next one.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        var done = new List<AsyncResult<Page>>();
        using var pool = new Pool(workers);
        var next = 1;
        void Ask()
        {
            if (next > pages)
            {
                return;
            }
            var page = next++;
            var result = pool.ApplyAsync(
                Wire.Fetch,
                page,
                missing,
                fetched =>
                {
                    lines[page - 1] = Archive.File(fetched);
                    lock (done)
                    {
                        Ask();
                    }
                },
                error =>
                {
                    lines[page - 1] = Archive.Miss(page, error);
                    lock (done)
                    {
                        Ask();
                    }
                }
            );
            done.Add(result);
        }
        lock (done)
        {
            for (var worker = 0; worker < workers; worker++)
            {
                Ask();
            }
        }
        for (var page = 0; page < pages; page++)
        {
            AsyncResult<Page> result;
            lock (done)
            {
                result = done[page];
            }
            result.Wait();
        }
        pool.Close();
        pool.Join();
        return [.. lines];
    }
}
