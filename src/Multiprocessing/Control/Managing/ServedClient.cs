using System.Net.Sockets;

namespace ConcurrencyKatas.Control;

/// <summary>One connection to a manager's server: a thread of a client.</summary>
/// <param name="socket">The connection.</param>
internal sealed class ServedClient(Socket socket)
{
    /// <summary>The client process's name, which it says as it connects.</summary>
    public string Name { get; set; } = "";

    /// <summary>The client process: its word in the session's table, which it says as it connects.</summary>
    public int Process { get; set; }

    /// <summary>
    /// Whether it will hear no answer: it has closed its end, as a client never sends while it waits, or its process has ended
    /// and the system has not come to closing its end yet.
    /// </summary>
    public bool HasGone => HasProcessEnded || (socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0);

    /// <summary>Whether its process has ended. A thread may end and its connection with it, and the process lives on.</summary>
    public bool HasProcessEnded => Session.Current.Processes.HasEnded(Process);
}
