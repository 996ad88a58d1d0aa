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

    /// <summary>Whether it has closed its end; a client never sends while it waits for an answer.</summary>
    public bool HasGone => socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0;

    /// <summary>Whether its process has ended. A thread may end and its connection with it, and the process lives on.</summary>
    public bool HasProcessEnded => Session.Current.Processes.HasEnded(Process);
}
