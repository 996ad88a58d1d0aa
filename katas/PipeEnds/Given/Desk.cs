namespace ConcurrencyKatas.PipeEnds;

/// <summary>What a visitor does upstairs. Do not edit: graders use their own copy.</summary>
public static class Desk
{
    /// <summary>Chooses the shelf about which the visitor asks next.</summary>
    /// <param name="visitor">The visitor's number.</param>
    /// <param name="question">The number of the question, from 1.</param>
    /// <param name="called">The number of the visitor who is called away; pass on what <c>ReadingRoom.Open</c> was given.</param>
    /// <returns>The number of the shelf. Shelves below the stairs have numbers below zero.</returns>
    /// <exception cref="CalledAwayException">The visitor is called away before the second question.</exception>
    public static int Choose(int visitor, int question, int called)
    {
        var place = Mark.On($"visitor {visitor}");
        if (visitor == called && question > 1)
        {
            place.Record("is called away");
            throw new CalledAwayException(visitor);
        }
        var shelf = ((visitor - 1) * 10) + question - 2;
        place.Record($"asks about shelf {shelf}");
        return shelf;
    }

    /// <summary>Reads an answer, which takes as long as the visitor likes.</summary>
    /// <param name="visitor">The visitor's number.</param>
    /// <param name="shelf">The shelf that the visitor has asked about.</param>
    /// <param name="answer">What the archivist answered.</param>
    public static void Read(int visitor, int shelf, string answer) =>
        Mark.On($"visitor {visitor}").Record($"reads about shelf {shelf}: {answer}");
}
