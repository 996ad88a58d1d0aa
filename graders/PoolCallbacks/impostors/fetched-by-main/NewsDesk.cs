// fails: Each_page_is_fetched_once_in_a_worker_process_and_never_by_the_main_process: the main process fetches every page itself, and no worker is asked.
namespace ConcurrencyKatas.PoolCallbacks;

public static class NewsDesk
{
    public static List<string> Gather(int pages, int workers, int missing)
    {
        var lines = new string[pages];
        for (var page = 1; page <= pages; page++)
        {
            try
            {
                lines[page - 1] = Archive.File(Wire.Fetch(page, missing));
            }
            catch (Exception error)
            {
                lines[page - 1] = Archive.Miss(page, error);
            }
        }
        return [.. lines];
    }
}
