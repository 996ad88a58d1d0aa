using System.Net.Sockets;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Where clients come in. When the process has no descriptor left for one more client, a spare one is used to tell it so: the
/// server lives on, and nobody waits without a word. Nothing here may load an assembly for the first time when somebody is
/// turned away: its file could not be opened.
/// </summary>
internal sealed class ManagerDoor(Socket listener) : IDisposable
{
    // Long enough not to burn a processor while the system has no room at all, short enough that nobody minds.
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    private Socket? _spare = NewSpare();

    /// <summary>Waits for the next client that can be served.</summary>
    /// <exception cref="SocketException">The listening socket itself is broken.</exception>
    public Socket Accept()
    {
        while (true)
        {
            // The system takes a descriptor before it looks for a client. Without one it would refuse nobody in particular, and
            // with the spare one wait for a client only to refuse it, whatever room there is by then.
            _ = listener.Poll(Timeout.InfiniteTimeSpan, SelectMode.SelectRead);
            try
            {
                return listener.Accept();
            }
            catch (SocketException exception) when (Passes(exception.SocketErrorCode))
            {
                // What else passes concerns one client, who has gone: the next one is waited for.
                if (exception.SocketErrorCode == SocketError.TooManyOpenSockets)
                {
                    TurnAway();
                }
            }
        }
    }

    /// <summary>Tells a client that there is no room for it, and closes its connection.</summary>
    public static void Refuse(Socket client)
    {
        using (client)
        {
            try
            {
                new ManagerFrames(client).Send(ManagerAnswer.Refused(ManagerStatus.Full).Encode());
            }
            catch (SocketException)
            {
                // It has gone; so it need not be told.
            }
        }
    }

    public void Dispose() => _spare?.Dispose();

    private static bool Passes(SocketError error) =>
        error
            is SocketError.TooManyOpenSockets
                or SocketError.NoBufferSpaceAvailable
                or SocketError.ConnectionAborted
                or SocketError.ConnectionReset
                or SocketError.Interrupted
                or SocketError.TryAgain;

    private static Socket NewSpare() => ManagerAddress.NewSocket();

    private void TurnAway()
    {
        _spare?.Dispose();
        _spare = null;
        try
        {
            Refuse(listener.Accept());
            _spare = NewSpare();
        }
        catch (SocketException exception) when (Passes(exception.SocketErrorCode))
        {
            // Somebody else took the spare descriptor, or the whole system has none: only time can help.
            Thread.Sleep(s_pause);
        }
    }
}
