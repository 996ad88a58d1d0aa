// passes: subclasses with their ends as members, and what using does written out.
using System.IO;

namespace ConcurrencyKatas.PipeEnds;

/// <summary>A reading room whose visitors ask the archivist in the cellar, through one speaking tube.</summary>
public static class ReadingRoom
{
    public static void Open(int visitors, int questions, int called)
    {
        var turn = new Semaphore(1);
        var (upper, lower) = Pipe.Create();
        List<Process> all = [];
        for (var visitor = 1; visitor <= visitors; visitor++)
        {
            all.Add(new Visitor(visitor, questions, called, upper, turn));
            all[^1].Start();
        }
        upper.Close();
        all.Add(new Archivist(lower));
        all[^1].Start();
        lower.Close();
        foreach (var process in Enumerable.Reverse(all))
        {
            process.Join();
        }
    }
}

/// <summary>One who asks.</summary>
public sealed class Visitor(int number, int questions, int called, Connection upper, Semaphore turn) : Process
{
    public override void Run()
    {
        try
        {
            for (var question = 1; question <= questions; question++)
            {
                var shelf = Desk.Choose(number, question, called);
                Desk.Read(number, shelf, Ask(shelf));
            }
        }
        catch (CalledAwayException)
        {
            // The others go on.
        }
        finally
        {
            upper.Close();
        }
    }

    private string Ask(int shelf)
    {
        turn.Acquire();
        try
        {
            upper.Send(shelf);
            return upper.Receive<string>();
        }
        finally
        {
            turn.Release();
        }
    }
}

/// <summary>The one who answers.</summary>
public sealed class Archivist(Connection lower) : Process
{
    public override void Run()
    {
        var answered = 0;
        while (TryReceive(out var shelf))
        {
            lower.Send(Archive.Find(shelf));
            answered++;
        }
        lower.Close();
        Archive.Close(answered);
    }

    private bool TryReceive(out int shelf)
    {
        try
        {
            shelf = lower.Receive<int>();
            return true;
        }
        catch (EndOfStreamException)
        {
            shelf = 0;
            return false;
        }
    }
}
