using System.IO;

namespace ConcurrencyKatas.TicketOffice;

/// <summary>
/// A file on the disk, <c>{ "left": 1 }</c>, that says how many tickets are left. It may be passed to a process, and stays
/// one and the same file. Do not edit: graders use their own copy.
/// </summary>
public sealed class TicketFile : IDisposable
{
    private static readonly string s_name = "tickets.json";

    private readonly string _path;

    private TicketFile(string path) => _path = path;

    /// <summary>Makes the file anew.</summary>
    /// <param name="tickets">How many tickets there are.</param>
    public static TicketFile Create(int tickets)
    {
        Mark.On(s_name).Record($"is made with {tickets}");
        var path = Storage.NewPath();
        File.WriteAllText(path, Storage.Format(tickets));
        return new TicketFile(path);
    }

    /// <summary>Reads how many tickets are left. Anybody may read at any time; nothing keeps others from writing meanwhile.</summary>
    /// <param name="buyer">The number of the buyer who reads.</param>
    /// <returns>How many tickets are left, at the moment of reading.</returns>
    /// <exception cref="HalfAFileException">Somebody was just writing over the file, and it was not whole.</exception>
    public int Read(int buyer)
    {
        Mark.On(s_name).Record($"buyer {buyer} reads");
        var left = Storage.Parse(Storage.ReadText(_path));
        Buyer.Notes(buyer, left is null ? "has read half a file" : $"has read {left}");
        return left ?? throw new HalfAFileException();
    }

    /// <summary>Writes over the file where it lies. Until that is finished the file is not whole.</summary>
    /// <param name="buyer">The number of the buyer who writes.</param>
    /// <param name="left">How many tickets are left.</param>
    public void Write(int buyer, int left)
    {
        Mark.On(s_name).Record($"buyer {buyer} begins to write");
        File.WriteAllText(_path, "{");
        Mark.On(s_name).Record($"buyer {buyer} has written {left}");
        File.WriteAllText(_path, Storage.Format(left));
    }

    /// <summary>Writes another file and puts it in this one's place, all at once. Whoever reads gets the old or the new one.</summary>
    /// <param name="buyer">The number of the buyer who writes.</param>
    /// <param name="left">How many tickets are left.</param>
    public void Replace(int buyer, int left)
    {
        Mark.On(s_name).Record($"buyer {buyer} replaces it by {left}");
        var other = Storage.Beside(_path);
        File.WriteAllText(other, Storage.Format(left));
        File.Move(other, _path, overwrite: true);
    }

    /// <summary>Throws the file away. Nobody can read it any more.</summary>
    public void Dispose()
    {
        Mark.On(s_name).Record("is thrown away");
        File.Delete(_path);
    }
}
