using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>Reads what <see cref="WireTypeWriter"/> wrote. Types are looked up only when somebody asks for them.</summary>
internal sealed class WireTypeReader(WireCursor cursor)
{
    private readonly List<Named> _assemblies = [];
    private readonly List<Entry> _types = [];

    public Entry Read(int depth = 0)
    {
        if (depth > WireLimits.Depth)
        {
            throw cursor.Malformed("a type that is nested too deeply");
        }
        int number = cursor.Index(_types.Count + 1, "type");
        if (number < _types.Count)
        {
            return _types[number];
        }
        var entry = new Entry();
        _types.Add(entry);
        byte form = cursor.Byte();
        if (form == WireTypeWriter.ArrayOf)
        {
            entry.Element = Read(depth + 1);
            return entry;
        }
        if (form != WireTypeWriter.Named)
        {
            throw cursor.Malformed($"a type of form {form}");
        }
        entry.Assembly = ReadAssembly();
        entry.Token = cursor.Fixed32();
        entry.Name = cursor.Text();
        var arguments = new Entry[cursor.Count()];
        for (int index = 0; index < arguments.Length; index++)
        {
            arguments[index] = Read(depth + 1);
        }
        entry.Arguments = arguments;
        return entry;
    }

    /// <summary>The names of the fields of a type.</summary>
    public string[] ReadLayout(Entry entry)
    {
        if (entry.Layout is { } known)
        {
            return known;
        }
        string[] names = new string[cursor.Count()];
        for (int index = 0; index < names.Length; index++)
        {
            names[index] = cursor.Text();
        }
        return entry.Layout = names;
    }

    /// <summary>The type itself.</summary>
    /// <exception cref="WireFormatException">It is not there.</exception>
    public Type Resolve(Entry entry, int depth = 0)
    {
        if (entry.Type is { } known)
        {
            return known;
        }
        if (depth > WireLimits.Depth)
        {
            throw cursor.Malformed("a type that contains itself");
        }
        try
        {
            return entry.Type = entry.Element is { } element
                ? Resolve(element, depth + 1).MakeArrayType()
                : Find(entry, depth);
        }
        catch (Exception exception)
            when (exception
                    is ArgumentException
                        or TypeLoadException
                        or NotSupportedException
                        or BadImageFormatException
            )
        {
            throw new WireFormatException($"The type {entry.Name} cannot be made: {exception.Message}");
        }
    }

    private Type Find(Entry entry, int depth)
    {
        (string name, Guid version) = entry.Assembly;
        Type definition = AssemblyFinder.Find(name, version).ManifestModule.ResolveType(entry.Token);
        return entry.Arguments.Length == 0
            ? definition
            : definition.MakeGenericType([.. entry.Arguments.Select(argument => Resolve(argument, depth + 1))]);
    }

    private Named ReadAssembly()
    {
        int number = cursor.Index(_assemblies.Count + 1, "assembly");
        if (number == _assemblies.Count)
        {
            _assemblies.Add(new Named(cursor.Text(), cursor.Identity()));
        }
        return _assemblies[number];
    }

    /// <summary>What the bytes call an assembly. No tuple: the framework brings machine code for lists of references.</summary>
    internal sealed record Named(string Name, Guid Version)
    {
        public static Named Nothing { get; } = new("", Guid.Empty);
    }

    /// <summary>What the bytes say about one type.</summary>
    internal sealed class Entry
    {
        public Entry? Element { get; set; }
        public Named Assembly { get; set; } = Named.Nothing;
        public int Token { get; set; }
        public string Name { get; set; } = "array";
        public Entry[] Arguments { get; set; } = [];
        public string[]? Layout { get; set; }
        public Type? Type { get; set; }
    }
}
