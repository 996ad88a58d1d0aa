namespace ConcurrencyKatas.Cli.Course;

/// <summary>Every kata of the course, in the order in which to do them.</summary>
internal sealed class Catalogue
{
    private readonly Dictionary<string, Kata> _byName;

    private Catalogue(IReadOnlyList<Kata> katas, IReadOnlyList<string> faults)
    {
        Katas = katas;
        Faults = faults;
        _byName = katas.ToDictionary(k => k.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<Kata> Katas { get; }

    /// <summary>What is wrong with the <c>kata.json</c> files that could not be read, one message each.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Reads the course. A kata whose <c>kata.json</c> is broken is left out and told of.</summary>
    public static Catalogue Read(Repository repository)
    {
        List<Kata> katas = [];
        List<string> faults = [];
        foreach (var folder in Directory.EnumerateDirectories(repository.Katas).Order(StringComparer.Ordinal))
        {
            if (!File.Exists(Path.Combine(folder, KataFile.Name)))
            {
                continue;
            }
            try
            {
                katas.Add(KataFile.Read(folder));
            }
            catch (KataFileException e)
            {
                faults.Add($"{repository.Relative(Path.Combine(folder, KataFile.Name))}: {e.Message}");
            }
        }
        return new Catalogue(InOrder(katas), faults);
    }

    /// <summary>The kata of this name.</summary>
    /// <exception cref="UserError">There is none; the message names the nearest.</exception>
    public Kata Find(string name)
    {
        if (_byName.TryGetValue(name, out var kata))
        {
            return kata;
        }
        var fault = Faults.FirstOrDefault(f => f.Contains($"/{name}/", StringComparison.Ordinal));
        if (fault is not null)
        {
            throw new UserError(fault);
        }
        var near = Suggestion.Nearest(name, _byName.Keys);
        throw new UserError(
            $"There is no kata '{name}'. "
                + (near is null ? "./kata list shows them all." : $"Did you mean '{near}'? ./kata list shows them all.")
        );
    }

    // A kata comes after those it names; among those that may come next, the easier one, then the alphabet.
    private static List<Kata> InOrder(List<Kata> katas)
    {
        List<Kata> ordered = [];
        var left = katas.OrderBy(k => k.Difficulty).ThenBy(k => k.Name, StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var next = left.Find(k => k.After.All(a => left.TrueForAll(l => l.Name != a))) ?? left[0];
            ordered.Add(next);
            left.Remove(next);
        }
        return ordered;
    }
}
