namespace ConcurrencyKatas.Control;

/// <summary>The comparers of dictionaries and sets that can travel.</summary>
internal static class WireComparers
{
    private const byte Default = 0;
    private const byte Ordinal = 1;
    private const byte OrdinalIgnoreCase = 2;

    /// <summary>The code of a collection's comparer, or <see langword="null"/> for one that cannot travel.</summary>
    public static byte? CodeOf(object collection)
    {
        Type key = collection.GetType().GetGenericArguments()[0];
        object? comparer = collection.GetType().GetProperty("Comparer")!.GetValue(collection);
        return ReferenceEquals(comparer, StringComparer.Ordinal) ? Ordinal
            : ReferenceEquals(comparer, StringComparer.OrdinalIgnoreCase) ? OrdinalIgnoreCase
            : Equals(comparer, DefaultFor(key)) ? Default
            : null;
    }

    /// <summary>Makes an empty collection with the comparer of that code.</summary>
    public static object? Create(Type collection, byte code) =>
        code switch
        {
            Default => Activator.CreateInstance(collection),
            Ordinal => Activator.CreateInstance(collection, StringComparer.Ordinal),
            OrdinalIgnoreCase => Activator.CreateInstance(collection, StringComparer.OrdinalIgnoreCase),
            _ => throw new WireFormatException($"The encoded value is malformed: a comparer with code {code}."),
        };

    private static object? DefaultFor(Type key) =>
        typeof(EqualityComparer<>).MakeGenericType(key).GetProperty("Default")!.GetValue(null);
}
