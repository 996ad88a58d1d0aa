using System.Reflection;
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Writes types by number. A number that was not used before is followed by the definition: an assembly (by number as
/// well: simple name and module version id), a metadata token, the name for people, and the type arguments; or, for an
/// array, its element type.
/// </summary>
internal sealed class WireTypeWriter(WireBuffer buffer)
{
    internal const byte Named = 0;
    internal const byte ArrayOf = 1;

    // Weak, because a worker unloads submissions. Making an AssemblyName takes longer than writing all the rest.
    private static readonly ConditionalWeakTable<Assembly, string> s_names = [];

    private readonly Dictionary<Type, int> _types = [];
    private readonly Dictionary<Assembly, int> _assemblies = [];
    private readonly HashSet<Type> _layouts = [];

    /// <summary>The assemblies that a decoder will need.</summary>
    public IReadOnlyCollection<Assembly> Assemblies => _assemblies.Keys;

    public void Write(Type type)
    {
        if (_types.TryGetValue(type, out int number))
        {
            buffer.Count(number);
            return;
        }
        number = _types.Count;
        _types.Add(type, number);
        buffer.Count(number);
        if (type.IsArray)
        {
            buffer.Byte(ArrayOf);
            Write(type.GetElementType()!);
            return;
        }
        buffer.Byte(Named);
        WriteAssembly(type.Assembly);
        buffer.Fixed32(type.MetadataToken);
        buffer.Text(type.IsGenericType ? type.GetGenericTypeDefinition().FullName! : type.FullName ?? type.Name);
        Type[] arguments = type.GetGenericArguments();
        buffer.Count(arguments.Length);
        foreach (Type argument in arguments)
        {
            Write(argument);
        }
    }

    /// <summary>Writes the names of a type's fields, the first time only.</summary>
    public void WriteLayout(Type type, FieldInfo[] fields)
    {
        if (!_layouts.Add(type))
        {
            return;
        }
        buffer.Count(fields.Length);
        foreach (FieldInfo field in fields)
        {
            buffer.Text(WireFields.NameOf(field));
        }
    }

    private void WriteAssembly(Assembly assembly)
    {
        if (_assemblies.TryGetValue(assembly, out int number))
        {
            buffer.Count(number);
            return;
        }
        number = _assemblies.Count;
        _assemblies.Add(assembly, number);
        buffer.Count(number);
        buffer.Text(s_names.GetValue(assembly, static one => one.GetName().Name ?? ""));
        buffer.Identity(assembly.ManifestModule.ModuleVersionId);
    }
}
