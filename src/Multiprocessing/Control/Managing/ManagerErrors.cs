namespace ConcurrencyKatas.Control;

/// <summary>What a proxy throws, and what the messages say.</summary>
internal static class ManagerErrors
{
    /// <summary>The manager was shut down by the process that made it.</summary>
    public static ManagerLostException ShutDown(string name, Enum verb) =>
        new(
            $"{CurrentProcess.Name} called {verb} on {name} after its manager was shut down. The manager, and all that it "
                + "keeps, ends when the process that made it disposes of it or ends. Join every process that uses it before the end of "
                + "`using var manager`.",
            null
        );

    /// <summary>The server has ended, and nobody had asked it to.</summary>
    public static ManagerLostException Lost(string name, Enum verb, Exception? cause) =>
        new(
            $"{CurrentProcess.Name} called {verb} on {name}, but the manager's server process is not there: it was killed, or the "
                + "process that made the manager has ended. What the manager kept is lost. Keep the process that made it alive, and "
                + "join every process that uses it, before it ends.",
            cause
        );

    /// <summary>The server is there and says what nobody understands.</summary>
    public static ManagerLostException Garbled(string name, Enum verb, Exception cause) =>
        new(
            $"{CurrentProcess.Name} called {verb} on {name}, and did not understand the manager's answer. Whether the call was done "
                + "is not known. The connection is dropped; the next call makes a new one. This is a fault of ConcurrencyKatas, or the "
                + "processes of the session run different builds: build again and start again.",
            cause
        );

    /// <summary>The exception for a call that was refused, with where the server refused it inside.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="name">The object's name.</param>
    /// <param name="what">The call as it stands in source: <c>left["count"]</c>.</param>
    public static Exception Refused(ManagerAnswer answer, string name, string what)
    {
        string who = $"{CurrentProcess.Name} asked the manager for {what}";
        return answer.Status switch
        {
            ManagerStatus.NoSuchKey => Because(
                $"{name} has no such key. Set it first, or ask with TryGetValue.",
                static (message, remote) => new KeyNotFoundException(message, remote)
            ),
            ManagerStatus.NoSuchIndex => Because(
                $"{name} has no such index. Indexes go from 0 to Count - 1, and other processes may have shortened the list since "
                    + "you asked for its Count.",
                static (message, remote) => new ArgumentOutOfRangeException(message, remote)
            ),
            ManagerStatus.KeyExists => Because(
                $"{name} has that key already. Use the indexer to replace its value, or TryAdd.",
                static (message, remote) => new ArgumentException(message, remote)
            ),
            ManagerStatus.Empty => Because(
                $"{name} is empty. Other processes may have taken what was there.",
                static (message, remote) => new InvalidOperationException(message, remote)
            ),
            ManagerStatus.TooLarge => Because(
                $"{name} would hold more than {WireLimits.NeutralBytes >> 20} MiB, which is all that one object of a manager may. "
                    + "Keep large data where it is made, and share what others need of it.",
                static (message, remote) => new InvalidOperationException(message, remote)
            ),
            ManagerStatus.Full => Because(
                $"the server of {name} has no room for one more client: it has no descriptor or no thread left. Each thread that "
                    + "has called a manager counts until it ends. Let some end first, or use the manager from fewer threads.",
                static (message, remote) => new InvalidOperationException(message, remote)
            ),
            _ => Because(
                $"the server of {name} could not do it ({answer.Status}). This is a fault of ConcurrencyKatas, or the processes of the "
                    + "session run different builds: build again and start again.",
                static (message, remote) => new InvalidOperationException(message, remote)
            ),
        };

        Exception Because<T>(string why, Func<string, RemoteException, T> make)
            where T : Exception =>
            make(
                $"{who}, but {why}",
                new RemoteException(
                    typeof(T).FullName!,
                    $"The manager's server answered {answer.Status}.",
                    answer.Trace
                )
            );
    }
}
