// passes: a pipe for each visitor needs no lock; the archivist waits for whoever asks next.
using System.IO;
using System.Threading;

namespace ConcurrencyKatas.PipeEnds;

/// <summary>A reading room whose visitors ask the archivist in the cellar, each through a tube of its own.</summary>
public static class ReadingRoom
{
    public static void Open(int visitors, int questions, int called)
    {
        List<Process> all = [];
        List<Connection> lowers = [];
        for (var visitor = 1; visitor <= visitors; visitor++)
        {
            var (upper, lower) = Pipe.Create();
            var visit = new Process(Visit, visitor, questions, called, upper);
            visit.Start();
            upper.Close();
            lowers.Add(lower);
            all.Add(visit);
        }
        var archivist = new Process(Answer, lowers);
        archivist.Start();
        lowers.ForEach(lower => lower.Close());
        all.ForEach(visit => visit.Join());
        archivist.Join();
    }

    private static void Visit(int visitor, int questions, int called, Connection upper)
    {
        for (var question = 1; question <= questions; question++)
        {
            var shelf = Desk.Choose(visitor, question, called);
            upper.Send(shelf);
            Desk.Read(visitor, shelf, upper.Receive<string>());
        }
    }

    private static void Answer(List<Connection> lowers)
    {
        var answered = 0;
        while (lowers.Count > 0)
        {
            foreach (var lower in Connection.WaitAny(lowers, Timeout.InfiniteTimeSpan))
            {
                try
                {
                    lower.Send(Archive.Find(lower.Receive<int>()));
                    answered++;
                }
                catch (EndOfStreamException)
                {
                    lowers.Remove(lower);
                }
            }
        }
        Archive.Close(answered);
    }
}
