using System.Globalization;
using System.Net.Sockets;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Where a process gives out what it has posted. Both parts are chance. The name is a Unix socket's in Linux's abstract namespace,
/// so nothing is left in the file system; the key, which only messages name, says that somebody may fetch.
/// </summary>
internal readonly record struct PostAddress(long Name, long Key)
{
    /// <summary>Where to connect to.</summary>
    public UnixDomainSocketEndPoint EndPoint =>
        new(string.Create(CultureInfo.InvariantCulture, $"\0concurrency-katas-post-{Name:x16}"));

    /// <summary>A new one.</summary>
    public static PostAddress Create() => new(ManagerAddress.Chance(), ManagerAddress.Chance());
}
