// fails: While_one_visitor_reads_the_others_may_ask: main waits for each visitor before it starts the next.
using System.IO;

namespace ConcurrencyKatas.PipeEnds;

/// <summary>A reading room whose visitors ask the archivist in the cellar, through one speaking tube.</summary>
public static class ReadingRoom
{
    /// <summary>Serves every visitor and returns when the archive is closed. Runs in the main process.</summary>
    /// <param name="visitors">How many visitors come; they are numbered from 1.</param>
    /// <param name="questions">How many questions each of them has; a visitor's questions are numbered from 1.</param>
    /// <param name="called">The number of the visitor who is called away; 0 when nobody is.</param>
    public static void Open(int visitors, int questions, int called)
    {
        var (upper, lower) = Pipe.Create(name: "tube");
        var turn = new Lock("turn at the tube");
        var archivist = new Process(Answer, lower) { Name = "archivist" };
        archivist.Start();
        lower.Close();
        List<Process> all = [archivist];
        for (var visitor = 1; visitor <= visitors; visitor++)
        {
            var visit = new Process(Visit, visitor, questions, called, upper, turn) { Name = $"visitor-{visitor}" };
            visit.Start();
            visit.Join();
        }
        upper.Close();
        all.ForEach(process => process.Join());
    }

    /// <summary>One visitor. Runs in the visitor's own process.</summary>
    private static void Visit(int visitor, int questions, int called, Connection upper, Lock turn)
    {
        for (var question = 1; question <= questions; question++)
        {
            var shelf = Desk.Choose(visitor, question, called);
            Desk.Read(visitor, shelf, Ask(shelf, upper, turn));
        }
    }

    private static string Ask(int shelf, Connection upper, Lock turn)
    {
        using (turn.Enter())
        {
            upper.Send(shelf);
            return upper.Receive<string>();
        }
    }

    /// <summary>The archivist. Runs in a process of its own.</summary>
    private static void Answer(Connection lower)
    {
        var answered = 0;
        try
        {
            while (true)
            {
                lower.Send(Archive.Find(lower.Receive<int>()));
                answered++;
            }
        }
        catch (EndOfStreamException)
        {
            Archive.Close(answered);
        }
    }
}
