using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>A function that a pool was given, as it is told to workers: encoded once, and sent along with every task.</summary>
internal sealed class PoolFunction
{
    private readonly HashSet<Assembly> _assemblies;
    private readonly bool _tellsPlaces;

    /// <summary>Encodes it.</summary>
    /// <param name="method">A method that captures nothing.</param>
    /// <param name="tellsPlaces">Whether workers have to be told where assemblies are.</param>
    public PoolFunction(MethodInfo method, bool tellsPlaces)
    {
        var writer = new WireWriter();
        writer.WriteMethod(method);
        (Method, Header) = (method, writer.ToArray());
        Parameters = [.. method.GetParameters().Select(static (one, index) => one.Name ?? $"argument {index + 1}")];
        _assemblies = [.. writer.Assemblies];
        _tellsPlaces = tellsPlaces;
        Places = PlacesOf(_assemblies);
    }

    /// <summary>The method.</summary>
    public MethodInfo Method { get; }

    /// <summary>What its parameters are called.</summary>
    public string[] Parameters { get; }

    /// <summary>The method, encoded.</summary>
    public byte[] Header { get; }

    /// <summary>Where the assemblies are that it needs, encoded.</summary>
    public byte[] Places { get; }

    /// <summary>The same, with those that its arguments need.</summary>
    public byte[] PlacesWith(IReadOnlyCollection<Assembly> others) =>
        others.All(_assemblies.Contains) ? Places : PlacesOf([.. _assemblies, .. others]);

    private byte[] PlacesOf(IReadOnlyCollection<Assembly> assemblies)
    {
        if (!_tellsPlaces)
        {
            return [];
        }
        var places = ChildRequest.PathsOf(assemblies);
        var buffer = new WireBuffer();
        buffer.Count(places.Count);
        foreach ((Guid version, string path) in places)
        {
            buffer.Identity(version);
            buffer.Text(path);
        }
        return buffer.ToArray();
    }
}
