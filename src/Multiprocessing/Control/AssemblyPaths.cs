using System.Diagnostics.CodeAnalysis;

namespace ConcurrencyKatas.Control;

/// <summary>Where assemblies are, by module version id. All members may be called from any thread.</summary>
/// <remarks>
/// Every child has one before its first line runs. The framework brings machine code for dictionaries of references; one whose
/// keys were identities would be compiled anew in each child, which takes longer than all the rest that is done with it.
/// </remarks>
public sealed class AssemblyPaths
{
    private readonly System.Threading.Lock _gate = new();
    private readonly Dictionary<string, AssemblyPath> _paths = new(StringComparer.Ordinal);

    /// <summary>Enters a file; replaces another one of the same build.</summary>
    [SuppressMessage(
        "Design",
        "CA1044:Properties should not be write only",
        Justification = "TryGetValue reads: what is missing is nothing exceptional."
    )]
    public string this[Guid version]
    {
        set
        {
            lock (_gate)
            {
                _paths[version.ToString()] = new AssemblyPath(version, value);
            }
        }
    }

    /// <summary>All of them.</summary>
    internal IReadOnlyList<AssemblyPath> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _paths.Values];
            }
        }
    }

    /// <summary>Looks a build up.</summary>
    /// <returns>Whether its file is known.</returns>
    public bool TryGetValue(Guid version, [NotNullWhen(true)] out string? path)
    {
        lock (_gate)
        {
            path = _paths.TryGetValue(version.ToString(), out AssemblyPath? found) ? found.Path : null;
        }
        return path is not null;
    }

    /// <summary>Forgets a build.</summary>
    /// <returns>Whether it was known.</returns>
    public bool Remove(Guid version)
    {
        lock (_gate)
        {
            return _paths.Remove(version.ToString());
        }
    }
}
