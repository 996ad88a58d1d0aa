using System.Net.Sockets;

namespace ConcurrencyKatas.Control;

/// <summary>One connection to a manager's server: a thread of a client.</summary>
/// <param name="socket">The connection.</param>
/// <param name="number">Its number; no two connections of a server have the same.</param>
internal sealed class ServedClient(Socket socket, int number)
{
    /// <summary>Its number.</summary>
    public int Number => number;

    /// <summary>The client process's name, which it says as it connects.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whether it has closed its end; a client never sends while it waits for an answer.</summary>
    public bool HasGone => socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0;
}
