// passes: a pipe for the questions and one for the answers, whose order the lock keeps.
using System.IO;

namespace ConcurrencyKatas.PipeEnds;

/// <summary>A reading room whose visitors ask the archivist in the cellar, through two tubes.</summary>
public static class ReadingRoom
{
    public static void Open(int visitors, int questions, int called)
    {
        var (asked, ask) = Pipe.Create(duplex: false, "questions");
        var (answered, answer) = Pipe.Create(duplex: false, "answers");
        var turn = new Lock();
        var archivist = new Process(Answer, asked, answer);
        archivist.Start();
        asked.Close();
        answer.Close();
        var visits = Enumerable
            .Range(1, visitors)
            .Select(visitor => new Process(Visit, visitor, questions, called, ask, answered, turn))
            .ToList();
        visits.ForEach(visit => visit.Start());
        ask.Close();
        answered.Close();
        visits.ForEach(visit => visit.Join());
        archivist.Join();
    }

    private static void Visit(int visitor, int questions, int called, Connection ask, Connection answered, Lock turn)
    {
        for (var question = 1; question <= questions; question++)
        {
            var shelf = Desk.Choose(visitor, question, called);
            string answer;
            using (turn.Enter())
            {
                ask.Send(shelf);
                answer = answered.Receive<string>();
            }
            Desk.Read(visitor, shelf, answer);
        }
    }

    private static void Answer(Connection asked, Connection answer)
    {
        var count = 0;
        try
        {
            for (; ; count++)
            {
                answer.Send(Archive.Find(asked.Receive<int>()));
            }
        }
        catch (EndOfStreamException)
        {
            Archive.Close(count);
        }
    }
}
