namespace ConcurrencyKatas.Crashing;

/// <summary>What a submission might do in a kata of which a process is killed. Handed to workers as a submission.</summary>
public static class Office
{
    private const string Nobody = "nobody";

    /// <summary>A clerk writes both halves of a record under a lock. Main looks at it in between, and is told of a dead clerk.</summary>
    /// <param name="enters">Whether main tries a block first, which leaves the lock abandoned.</param>
    /// <returns>Who has abandoned the lock, whether main holds it then, the halves as main saw them, and the clerk's exit code.</returns>
    public static string Write(bool enters) => Look(new Lock("gate"), enters);

    /// <summary>The same with a lock that its holder may take again.</summary>
    public static string WriteAgain(bool enters) => Look(new RLock("gate"), enters);

    /// <summary>The same without a thought for dead clerks: as in Python, nobody is told.</summary>
    public static string Trust()
    {
        var gate = new Lock("gate", Abandoned.Blocks);
        Process clerk = Start(gate, new SharedArray<int>(2, "halves"));
        gate.Acquire();
        gate.Release();
        clerk.Join();
        return "";
    }

    /// <summary>A clerk sends two messages; main receives until nobody can send any more.</summary>
    public static int Listen()
    {
        var (reader, writer) = Pipe.Create(duplex: false, name: "news");
        var clerk = new Process(Tell, writer) { Name = "clerk" };
        clerk.Start();
        writer.Close();
        int heard = 0;
        try
        {
            while (true)
            {
                heard += reader.Receive<int>();
            }
        }
        catch (EndOfStreamException)
        {
            clerk.Join();
            return heard;
        }
    }

    private static string Look(OwnedLock gate, bool enters)
    {
        var halves = new SharedArray<int>(2, "halves");
        Process clerk = Start(gate, halves);
        string abandonedBy = Nobody;
        if (enters)
        {
            try
            {
                using (gate.Enter())
                {
                    abandonedBy = Nobody;
                }
            }
            catch (AbandonedLockException report)
            {
                abandonedBy = $"{report.Holder} {report.IsHeld}, ";
            }
        }
        try
        {
            gate.Acquire();
        }
        catch (AbandonedLockException report)
        {
            abandonedBy = (abandonedBy == Nobody ? "" : abandonedBy) + $"{report.Holder} {report.IsHeld}";
        }
        string seen = $"{halves[0]}{halves[1]}";
        gate.Release();
        clerk.Join();
        return $"{abandonedBy}: {seen}, {clerk.ExitCode}";
    }

    private static Process Start(OwnedLock gate, SharedArray<int> halves)
    {
        var clerk = new Process(WriteBoth, gate, halves) { Name = "clerk" };
        clerk.Start();
        return clerk;
    }

    private static void WriteBoth(OwnedLock gate, SharedArray<int> halves)
    {
        gate.Acquire();
        try
        {
            halves[0] = 1;
            halves[1] = 1;
        }
        finally
        {
            gate.Release(); // Who is killed never comes here.
        }
    }

    private static void Tell(Connection writer)
    {
        writer.Send(1);
        writer.Send(10);
    }
}
