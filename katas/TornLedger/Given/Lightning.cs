namespace ConcurrencyKatas.TornLedger;

/// <summary>What strikes clerks when nobody decides the order of events. Do not edit: graders use their own copy.</summary>
internal static class Lightning
{
    /// <summary>Ends this process, as SIGKILL does, when it is one of the first clerks: right after a stroke in the ledger.</summary>
    /// <param name="struck">How many clerks are struck, from clerk 1 on.</param>
    public static void Threaten(int struck)
    {
        if (Process.Current.Name.Split('-') is ["clerk", var number] && int.Parse(number) <= struck)
        {
            System.Diagnostics.Process.GetCurrentProcess().Kill();
        }
    }
}
