namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="PipeLimitContract"/>.</summary>
public static class PipeLimitPrograms
{
    private const int Large = 100_000;

    public static void SendEnd()
    {
        (Connection here, Connection there) = Pipe.Create();
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        Process child = Kit.Start(GreetThroughWhatComes, there);
        here.Send(writer);
        writer.Close();
        Kit.That(reader.Receive<string>() == "hello", "the child has it");
        Kit.End(child);
        Kit.Refused<EndOfStreamException>(() => reader.Receive<string>());
        Close(here, there, reader);
    }

    public static void RefuseToSendEnd()
    {
        (Connection here, Connection there) = Pipe.Create();
        Kit.Refused<MultiprocessingUsageException>(() => here.Send(there));
        Kit.Refused<MultiprocessingUsageException>(() => new Queue<Connection>().Put(there));
        Kit.That(!there.Poll(), "nothing was sent");
    }

    public static void SendLarge()
    {
        (Connection here, Connection there) = Pipe.Create();
        Process child = Kit.Start(SendBack, there, 1);
        byte[] sent = [.. Enumerable.Range(0, Large).Select(static number => (byte)number)];
        here.SendBytes(sent);
        Kit.That(here.ReceiveBytes().SequenceEqual(sent), "it is the same");
        Kit.End(child);
        Close(here, there);
    }

    public static void RefuseLarge()
    {
        (Connection here, Connection there) = Pipe.Create();
        Kit.Refused<NotSupportedException>(() => here.SendBytes(new byte[Large]));
        Process child = Kit.Start(Greet, there);
        Kit.That(here.Receive<string>() == "hello", "the pipe goes on");
        Kit.End(child);
    }

    public static void GiveEndToDaemon()
    {
        (Connection here, Connection there) = Pipe.Create();
        var daemon = new Process(Greet, there) { IsDaemon = true };
        daemon.Start();
        there.Close();
        Kit.That(here.Receive<string>() == "hello", "it has sent");
        Kit.End(daemon);
        here.Close();
    }

    public static void RefuseEndToDaemon()
    {
        (_, Connection there) = Pipe.Create();
        var daemon = new Process(Greet, there) { IsDaemon = true };
        Kit.Refused<NotSupportedException>(daemon.Start);
    }

    private static void Close(params ReadOnlySpan<Connection> ends)
    {
        foreach (Connection end in ends)
        {
            end.Close();
        }
    }

    private static void SendBack(Connection end, int times)
    {
        for (int time = 0; time < times; time++)
        {
            end.SendBytes(end.ReceiveBytes());
        }
    }

    private static void Greet(Connection end)
    {
        end.Send("hello");
        end.Close();
        Kit.Refused<ObjectDisposedException>(() => end.Send("again"));
    }

    private static void GreetThroughWhatComes(Connection end) => Greet(end.Receive<Connection>());
}
