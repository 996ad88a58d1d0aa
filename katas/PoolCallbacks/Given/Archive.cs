namespace ConcurrencyKatas.PoolCallbacks;

/// <summary>Where the desk files what has come. For the main process. Do not edit: graders use their own copy.</summary>
public static class Archive
{
    /// <summary>Files a page.</summary>
    /// <returns>The page's line of the summary.</returns>
    public static string File(Page page)
    {
        Mark.On($"page {page.Number}").Record("is filed");
        return $"{page.Number}: {page.Text}";
    }

    /// <summary>Files the note that a page is missing.</summary>
    /// <returns>The page's line of the summary.</returns>
    public static string Miss(int page, Exception why)
    {
        Mark.On($"page {page}").Record("is noted as missing");
        return $"{page}: missing ({why.Message})";
    }
}
