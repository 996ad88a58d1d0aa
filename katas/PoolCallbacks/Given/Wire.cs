namespace ConcurrencyKatas.PoolCallbacks;

/// <summary>The line over which pages come. Do not edit: graders use their own copy.</summary>
public static class Wire
{
    /// <summary>Fetches a page, which may take long. For workers.</summary>
    /// <param name="page">The page's number.</param>
    /// <param name="missing">The number of the page that cannot be fetched; pass on what <c>NewsDesk.Gather</c> was given.</param>
    /// <exception cref="PageMissingException">It is that page.</exception>
    public static Page Fetch(int page, int missing)
    {
        var place = Mark.On($"page {page}");
        place.Record("is being fetched");
        if (page == missing)
        {
            place.Record("cannot be fetched");
            throw new PageMissingException(page);
        }
        place.Record("has been fetched");
        return new Page(page, $"news of page {page}");
    }
}
