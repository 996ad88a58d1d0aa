using System.Collections.Concurrent;
using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>Which fields of a type travel, and how they are called.</summary>
internal static class WireFields
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> s_known = new();

    /// <summary>
    /// All instance fields, those of base types first, without those marked <see cref="NonSerializedAttribute"/>. Of a
    /// <see cref="Process"/> only what its subclasses declare.
    /// </summary>
    public static FieldInfo[] Of(Type type)
    {
        if (type.IsCollectible)
        {
            return Find(type);
        }
        return s_known.GetOrAdd(type, Find);
    }

    /// <summary>The name that people know the field by: that of the property which it backs.</summary>
    public static string NameOf(FieldInfo field)
    {
        string name = field.Name;
        int end = name.StartsWith('<') ? name.IndexOf('>', StringComparison.Ordinal) : -1;
        return end > 1 ? name[1..end] : name;
    }

    private static FieldInfo[] Find(Type type)
    {
        const BindingFlags Own =
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var fields = new List<FieldInfo>();
        for (Type? current = type; current is not null && current != typeof(Process); current = current.BaseType)
        {
#pragma warning disable SYSLIB0050 // The attribute says "does not travel", which is exactly what is asked.
            fields.InsertRange(0, current.GetFields(Own).Where(static field => !field.IsNotSerialized));
#pragma warning restore SYSLIB0050
        }
        return [.. fields];
    }
}
