using System.Globalization;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Looks at a manager's server from outside.</summary>
internal static class ManagerClients
{
    /// <summary>How many sockets the server has: each client has one until the server is through with it. One that has
    /// answered has all that it needs for itself.</summary>
    public static int Clients(this Manager manager)
    {
        Needs.Proc();
        string server = manager.ServerId!.Value.ToString(CultureInfo.InvariantCulture);
        return Directory
            .GetFileSystemEntries($"/proc/{server}/fd")
            .Count(static path =>
                new FileInfo(path).LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true
            );
    }
}
