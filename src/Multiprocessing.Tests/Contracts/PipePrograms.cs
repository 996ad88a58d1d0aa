namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="PipeContract"/>.</summary>
public static class PipePrograms
{
    public static void Echo()
    {
        (Connection here, Connection there) = Pipe.Create();
        Process child = Kit.Start(SendBack, there, 3);
        there.Close();
        List<int> sent = [1, 2];
        here.Send(sent);
        sent.Add(3);
        Kit.That(here.Receive<List<int>>().SequenceEqual([1, 2]), "it was a copy");
        here.SendBytes(Wire("text"));
        Kit.That(here.Receive<string>() == "text", "a message of Send is bytes");
        here.Send<object?>(null);
        Kit.That(here.Receive<object?>() is null, "nothing can be sent");
        Kit.End(child);
        here.Close();
    }

    public static void OneWay()
    {
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        Process child = Kit.Start(ReceiveOnly, reader);
        Kit.That((writer.CanRead, writer.CanWrite) == (false, true), "the second end sends");
        Kit.Refused<InvalidOperationException>(() => writer.Receive<int>());
        Kit.Refused<InvalidOperationException>(() => writer.Poll());
        writer.Send(1);
        Kit.End(child);
        Close(reader, writer);
    }

    public static void CloseAtOnce()
    {
        (Connection here, Connection there) = Pipe.Create();
        Process child = Kit.Start(Greet, there);
        there.Close();
        there.Close();
        Kit.Refused<ObjectDisposedException>(() => there.Send(1));
        Kit.Refused<ObjectDisposedException>(() => there.Poll());
        Kit.That(there.IsClosed && !here.IsClosed, "one end is closed here");
        Kit.That(here.Receive<string>() == "hello", "and not there");
        Kit.End(child);
        here.Close();
    }

    public static void HaveAsMember()
    {
        (Connection here, Connection there) = Pipe.Create();
        var child = new EchoProcess(there);
        child.Start();
        there.Close();
        here.SendBytes([4, 2]);
        Kit.That(here.ReceiveBytes().SequenceEqual((byte[])[4, 2]), "it has come back");
        here.SendBytes([]);
        Kit.End(child);
        here.Close();
    }

    public static void TooLong()
    {
        (Connection here, Connection there) = Pipe.Create();
        Process child = Kit.Start(SendThreeBytes, there);
        Kit.Refused<IOException>(() => here.ReceiveBytes(2));
        Kit.Refused<InvalidOperationException>(() => here.ReceiveBytes());
        here.Send("still");
        Kit.End(child);
        Close(here, there);
    }

    public static void RefuseWhatCannotTravel()
    {
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        Process child = Kit.Start(ReceiveOneAndTwo, reader);
        writer.Send(1);
        Kit.Refused<MultiprocessingUsageException>(() => writer.Send<object>(Thread.CurrentThread));
        writer.Send(2);
        Kit.End(child);
        Close(reader, writer);
    }

    public static void WaitForRoom()
    {
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        Process child = Kit.Start(SendMuch, writer);
        for (byte number = 0; number < 4; number++)
        {
            byte[] message = reader.ReceiveBytes();
            Kit.That(message.Length == 40_000 && message.All(one => one == number), "each is whole and in its place");
        }
        Kit.End(child);
        Close(reader, writer);
    }

    public static void SendInTurns()
    {
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        var gate = new Lock();
        Process[] children = [Kit.Start(SendUnder, gate, writer, 1), Kit.Start(SendUnder, gate, writer, 2)];
        int[] seen = [reader.Receive<int>(), reader.Receive<int>(), reader.Receive<int>(), reader.Receive<int>()];
        Kit.End(children);
        Kit.That(seen.Order().SequenceEqual([10, 11, 20, 21]), "all have come");
        Kit.That(Array.IndexOf(seen, 10) < Array.IndexOf(seen, 11), "those of one sender in their order");
        Close(reader, writer);
    }

    public static void ReceiveInTurns()
    {
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        var (gate, seen) = (new Lock(), new SharedArray<int>(4));
        Process[] children = [Kit.Start(TakeTwo, gate, reader, seen), Kit.Start(TakeTwo, gate, reader, seen)];
        for (int number = 0; number < 4; number++)
        {
            writer.Send(number);
        }
        Kit.End(children);
        Kit.That(seen.ToArray().All(static times => times == 1), "each came once");
        Close(reader, writer);
    }

    public static void Poll()
    {
        (Connection here, Connection there) = Pipe.Create();
        Kit.That(!here.Poll() && !here.Poll(TimeSpan.FromTicks(5)), "there is nothing");
        Kit.That(!here.Poll(TimeSpan.FromSeconds(-1)), "a negative time is none");
        Process child = Kit.Start(SendNothingAndText, there);
        Kit.That(here.Poll(Timeout.InfiniteTimeSpan) && here.Poll(), "looking takes nothing");
        Kit.That(here.ReceiveBytes().Length == 0, "the empty message was one of its own");
        Kit.That(here.Receive<string>() == "text", "and the next one another");
        Kit.That(!here.Poll(), "there is no more");
        Kit.End(child);
        Close(here, there);
    }

    public static void PollElsewhere()
    {
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        var seen = new Semaphore(0);
        Process child = Kit.Start(PollTwice, reader, seen);
        writer.Send("first");
        Kit.Take(seen);
        Kit.That(reader.Receive<string>() == "first", "it is whole");
        writer.Send("second");
        Kit.End(child);
        Kit.That(reader.Receive<string>() == "second", "so is the next one");
        Close(reader, writer);
    }

    public static void SendLock()
    {
        (Connection here, Connection there) = Pipe.Create();
        var (gate, left) = (new Lock("gate"), new Value<int>(1));
        Process child = Kit.Start(TakeWhatComes, there);
        gate.Acquire();
        here.Send((gate, left));
        left.Value = 2;
        gate.Release();
        Kit.End(child);
        Kit.That(left.Value == 4, "the child waited for the lock");
        Close(here, there);
    }

    private static byte[] Wire(object value) => Control.Wire.Encode(value);

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

    private static void ReceiveOnly(Connection reader)
    {
        Kit.That((reader.CanRead, reader.CanWrite) == (true, false), "the first end receives");
        Kit.Refused<InvalidOperationException>(() => reader.Send(1));
        Kit.That(reader.Receive<int>() == 1, "it has come");
    }

    private static void Greet(Connection end)
    {
        end.Send("hello");
        end.Close();
        Kit.Refused<ObjectDisposedException>(() => end.Send("again"));
    }

    private static void SendThreeBytes(Connection end)
    {
        end.SendBytes([1, 2, 3]);
        Kit.That(end.Receive<string>() == "still", "the other direction goes on");
    }

    private static void ReceiveOneAndTwo(Connection reader) =>
        Kit.That(reader.Receive<int>() == 1 && reader.Receive<int>() == 2, "nothing came in between");

    private static void SendMuch(Connection writer)
    {
        for (byte number = 0; number < 4; number++)
        {
            byte[] message = new byte[40_000];
            Array.Fill(message, number);
            writer.SendBytes(message);
        }
    }

    private static void SendUnder(Lock gate, Connection writer, int who)
    {
        for (int number = 0; number < 2; number++)
        {
            using (gate.Enter())
            {
                writer.Send((10 * who) + number);
            }
        }
    }

    private static void TakeTwo(Lock gate, Connection reader, SharedArray<int> seen)
    {
        for (int time = 0; time < 2; time++)
        {
            using (gate.Enter())
            {
                _ = seen.Add(reader.Receive<int>(), 1);
            }
        }
    }

    private static void SendNothingAndText(Connection end)
    {
        end.SendBytes([]);
        end.Send("text");
    }

    private static void PollTwice(Connection reader, Semaphore seen)
    {
        Kit.That(reader.Poll(Timeout.InfiniteTimeSpan), "there is something");
        seen.Release();
        _ = reader.Poll();
    }

    private static void TakeWhatComes(Connection end)
    {
        (Lock gate, Value<int> left) = end.Receive<(Lock, Value<int>)>();
        Kit.That(gate.Name == "gate", "it has come with its name");
        using (gate.Enter())
        {
            left.Value *= 2;
        }
    }
}
