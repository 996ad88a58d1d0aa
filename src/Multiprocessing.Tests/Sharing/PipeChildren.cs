namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What the children of the tests of pipes run.</summary>
internal static class PipeChildren
{
    /// <summary>Sends back what it receives, until an empty message comes.</summary>
    public static void Echo(Connection connection)
    {
        while (connection.ReceiveBytes() is { Length: > 0 } message)
        {
            connection.SendBytes(message);
        }
        connection.Close();
    }

    public static void Greet(Connection connection)
    {
        connection.Send("hello");
        connection.Close();
    }

    public static void SendNumbers(Connection connection, int count)
    {
        for (int number = 0; number < count; number++)
        {
            connection.Send((number, CurrentName()));
        }
        connection.Close();
    }

    public static void SendAndStay(Connection connection, Semaphore running)
    {
        connection.SendBytes([1]);
        Children.Stay(running);
    }

    public static void ReceiveToTheEnd(Connection connection, Value<int> sum)
    {
        try
        {
            while (true)
            {
                _ = sum.Add(connection.Receive<int>());
            }
        }
        catch (EndOfStreamException)
        {
            _ = sum.Add(1000);
        }
    }

    public static void Poll(Connection connection) => Assert.True(connection.Poll(Watchdog.Limit));

    private static string CurrentName() => Process.Current.Name;
}
