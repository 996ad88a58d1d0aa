namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="EndOfPipeContract"/>.</summary>
public static class EndOfPipePrograms
{
    public static void AfterTheLastClose()
    {
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        Process[] children = [Kit.Start(SendAndClose, writer, 1), Kit.Start(SendAndClose, writer, 2)];
        writer.Send(4);
        writer.Close();
        Kit.That(Sum(reader) == 7, "all have come");
        Kit.Refused<EndOfStreamException>(() => reader.ReceiveBytes());
        Kit.That(reader.Poll() && reader.Poll(Timeout.InfiniteTimeSpan), "who is at the end need not wait");
        Kit.End(children);
        reader.Close();
    }

    public static void AfterTheLastSender()
    {
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        Process[] children = [Kit.Start(SendOne, writer, 1), Kit.Start(SendOne, writer, 2)];
        writer.Close();
        Kit.That(Sum(reader) == 3, "all have come");
        Kit.End(children);
        reader.Close();
    }

    public static void AfterAnException()
    {
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        Process child = Kit.Start(SendAndThrow, writer);
        writer.Close();
        Kit.That(Sum(reader) == 1, "what it sent before has come");
        Kit.Await(child, exitCode: 1);
        child.Dispose();
        reader.Close();
    }

    public static void AfterTheGrandchild()
    {
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        var (child, goOn) = (new Semaphore(0), new Semaphore(0));
        Process handing = Kit.Start(HandOn, writer, child, goOn);
        writer.Close();
        Kit.Take(child);
        Kit.That(!reader.Poll(), "it has not come");
        goOn.Release();
        Kit.That(Sum(reader) == 2, "the grandchild has sent before it came");
        Kit.End(handing);
        reader.Close();
    }

    public static void BreakPipe()
    {
        (Connection here, Connection there) = Pipe.Create();
        Process child = Kit.Start(CloseOnly, there);
        here.Send(1);
        there.Close();
        Kit.End(child);
        Kit.Refused<IOException>(() => here.Send(2));
        Kit.Refused<IOException>(() => here.SendBytes([]));
        here.Close();
    }

    public static void WaitForAll()
    {
        List<Connection> open = [];
        List<Process> children = [];
        for (int number = 1; number <= 2; number++)
        {
            (Connection reader, Connection writer) = Pipe.Create(duplex: false);
            children.Add(Kit.Start(SendOne, writer, number));
            writer.Close();
            open.Add(reader);
        }
        int sum = 0;
        while (open.Count > 0)
        {
            IReadOnlyList<Connection> ready = Connection.WaitAny(open, Timeout.InfiniteTimeSpan);
            Kit.That(ready.Count > 0, "who waits for ever is told of something");
            foreach (Connection one in ready)
            {
                try
                {
                    sum += one.Receive<int>();
                }
                catch (EndOfStreamException)
                {
                    _ = open.Remove(one);
                    one.Close();
                }
            }
        }
        Kit.That(sum == 3, "all have come");
        Kit.End([.. children]);
    }

    public static void WaitForEither()
    {
        (Connection here, Connection there) = Pipe.Create();
        (Connection other, Connection silent) = Pipe.Create();
        var goOn = new Semaphore(0);
        Process child = Kit.Start(SendAndWait, there, goOn);
        var first = Connection.WaitAny([other, here], [child], Timeout.InfiniteTimeSpan);
        Kit.That(first.Connections is [var message] && message == here, "there is a message");
        Kit.That(first.Processes.Count == 0, "the child has not ended");
        goOn.Release();
        var second = Connection.WaitAny([other], [child], Timeout.InfiniteTimeSpan);
        Kit.That(second.Connections.Count == 0 && second.Processes is [var ended] && ended == child, "it has now");
        silent.Send(1);
        var both = Connection.WaitAny([here, silent, other], [child], TimeSpan.Zero);
        Kit.That(both.Connections.SequenceEqual([here, other]) && both.Processes.Count == 1, "all are told");
        Kit.End(child);
        Close(here, there, other, silent);
    }

    public static void WaitInVain()
    {
        (Connection here, Connection there) = Pipe.Create();
        (Connection other, Connection silent) = Pipe.Create();
        var goOn = new Semaphore(0);
        Process child = Kit.Start(SendAndWait, there, goOn);
        Kit.That(here.Receive<int>() == 1, "it runs");
        foreach (TimeSpan time in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromSeconds(-1), TimeSpan.FromTicks(5)])
        {
            var nothing = Connection.WaitAny([here, other], [child], time);
            Kit.That(nothing.Connections.Count + nothing.Processes.Count == 0, "there is nothing");
        }
        Kit.Refused<MultiprocessingUsageException>(() =>
            Connection.WaitAny([here], [new Process(Nothing)], TimeSpan.Zero)
        );
        goOn.Release();
        Kit.End(child);
        Close(here, there, other, silent);
    }

    private static int Sum(Connection reader)
    {
        int sum = 0;
        try
        {
            while (true)
            {
                sum += reader.Receive<int>();
            }
        }
        catch (EndOfStreamException)
        {
            return sum;
        }
    }

    private static void Close(params ReadOnlySpan<Connection> ends)
    {
        foreach (Connection end in ends)
        {
            end.Close();
        }
    }

    private static void Nothing() { }

    private static void SendOne(Connection writer, int number) => writer.Send(number);

    private static void SendAndClose(Connection writer, int number)
    {
        writer.Send(number);
        writer.Close();
    }

    private static void SendAndThrow(Connection writer)
    {
        writer.Send(1);
        throw new InvalidOperationException("on purpose");
    }

    private static void SendAndWait(Connection end, Semaphore goOn)
    {
        end.Send(1);
        goOn.Acquire();
    }

    private static void HandOn(Connection writer, Semaphore handedOn, Semaphore goOn)
    {
        Process child = Kit.Start(WaitAndSend, writer, goOn);
        writer.Close();
        handedOn.Release();
        Kit.End(child);
    }

    private static void WaitAndSend(Connection writer, Semaphore goOn)
    {
        goOn.Acquire();
        writer.Send(2);
    }

    private static void CloseOnly(Connection end)
    {
        Kit.That(end.Receive<int>() == 1, "it has come");
        end.Close();
    }
}
