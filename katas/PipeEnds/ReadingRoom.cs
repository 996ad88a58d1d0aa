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
        // Yours to write: a tube, a process for the archivist, and a process for each visitor.
        //
        //     var (upper, lower) = Pipe.Create();
        //
        // makes a tube with two ends. Through each one can Send and Receive. An end can be an argument of a Process; that
        // process then has a copy of it, and this one still has its own.
    }

    /// <summary>One visitor. Runs in the visitor's own process.</summary>
    private static void Visit(int visitor, int questions, int called)
    {
        for (var question = 1; question <= questions; question++)
        {
            var shelf = Desk.Choose(visitor, question, called);
            Desk.Read(visitor, shelf, answer: "?");
        }
    }

    /// <summary>The archivist. Runs in a process of its own.</summary>
    private static void Answer()
    {
        Archive.Close(answered: 0);
    }
}
