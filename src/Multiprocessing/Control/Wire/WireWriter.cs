// Longer than most: every shape that travels is written here, so that all of them can be seen together.
using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.Control;

/// <summary>Encodes values one after the other; an object that occurs twice is one object on the other side too.</summary>
public sealed class WireWriter
{
    private readonly Dictionary<object, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);
    private readonly WirePath _path = new();
    private readonly WireTypeWriter _types;
    private int _keys;

    /// <summary>Begins with nothing but the format's version.</summary>
    public WireWriter()
        : this(new WireBuffer()) { }

    /// <summary>The same, at the end of what a buffer holds.</summary>
    internal WireWriter(WireBuffer buffer)
    {
        Buffer = buffer;
        Buffer.Byte(WireLimits.Version);
        _types = new WireTypeWriter(Buffer);
    }

    internal WireBuffer Buffer { get; }

    /// <summary>The assemblies that a decoder will need.</summary>
    internal IReadOnlyCollection<Assembly> Assemblies => _types.Assemblies;

    /// <summary>What a child has to inherit to read what was written; <see langword="null"/> where none is about to start.</summary>
    internal PassedConnections? Connections { get; init; }

    /// <summary>Whether a running process will read it, once: then ends of pipes travel by post.</summary>
    internal bool IsMessage { get; init; }

    /// <summary>The ends of pipes that were posted.</summary>
    internal List<PostedConnection>? Posted { get; private set; }

    /// <summary>Everything written so far.</summary>
    public byte[] ToArray() => Buffer.ToArray();

    /// <summary>Encodes a value.</summary>
    /// <param name="value">What to encode.</param>
    /// <param name="path">How messages call it.</param>
    /// <exception cref="MultiprocessingUsageException">Something in it cannot travel; the message names it by path.</exception>
    public void Write(object? value, string path = "value")
    {
        _path.Into(path);
        Value(value, typeof(object));
        _path.Out();
    }

    /// <summary>Encodes the fields that subclasses of <see cref="Process"/> added to it.</summary>
    internal void WriteSelf(Process process)
    {
        _path.Into(process.Name);
        _numbers.Add(process, _numbers.Count);
        Fields(process, process.GetType());
        _path.Out();
    }

    /// <summary>Encodes a method that captures nothing.</summary>
    internal void WriteMethod(MethodInfo method)
    {
        _types.Write(method.DeclaringType!);
        Buffer.Fixed32(method.MetadataToken);
        Type[] arguments = method.GetGenericArguments();
        Buffer.Count(arguments.Length);
        foreach (Type argument in arguments)
        {
            _types.Write(argument);
        }
    }

    private void Value(object? value, Type declared)
    {
        if (_path.Depth > WireLimits.Depth)
        {
            throw Refusal(value!, $"it is nested more than {WireLimits.Depth} levels deep");
        }
        if (value is null)
        {
            Buffer.Tag(WireTag.Null);
        }
        else if (!WireScalars.TryWrite(Buffer, value))
        {
            NotScalar(value, value.GetType(), declared);
        }
    }

    private void NotScalar(object value, Type type, Type declared)
    {
        if (type.IsEnum)
        {
            Buffer.Tag(WireTag.Enum);
            _types.Write(type);
            Buffer.Signed(WireScalars.EnumValue((Enum)value));
            Buffer.Text(value.ToString()!);
        }
        else if (value is Delegate target)
        {
            DelegateValue(target);
        }
        else if (type.IsValueType)
        {
            StructValue(value, type);
        }
        else if (_numbers.TryGetValue(value, out int number))
        {
            if (_keys > 0 && _open.Contains(value))
            {
                throw Refusal(value, "a key refers back to what contains it, so its hash code cannot be known in time");
            }
            Buffer.Tag(WireTag.Reference);
            Buffer.Count(number);
        }
        else
        {
            Refuse(value, type);
            _numbers.Add(value, _numbers.Count);
            _ = _open.Add(value);
            ObjectValue(value, type, declared);
            _ = _open.Remove(value);
        }
    }

    private void ObjectValue(object value, Type type, Type declared)
    {
        switch (value)
        {
            case Array array:
                ArrayValue(array, type.GetElementType()!);
                break;
            case Exception exception:
                ExceptionValue(exception, declared);
                break;
            case Primitive primitive:
                WireHandles.Write(Buffer, primitive);
                break;
            case Connection connection when ConnectionValue(connection) is { } reason:
                throw Refusal(connection, reason);
            case Connection:
                break;
            case ISlotObject slot:
                Begin(WireTag.Proxy, type);
                Buffer.Fixed32(slot.Offset);
                break;
            case IDictionary dictionary when WireRefusals.IsGeneric(type, typeof(Dictionary<,>)):
                DictionaryValue(dictionary, type);
                break;
            case ICollection list when WireRefusals.IsGeneric(type, typeof(List<>)):
                Begin(WireTag.List, type);
                Items(list, list.Count, type.GetGenericArguments()[0]);
                break;
            case IEnumerable set when WireRefusals.IsGeneric(type, typeof(HashSet<>)):
                Begin(WireTag.Set, type);
                Comparer(set);
                _keys++;
                Items(set, (int)type.GetProperty("Count")!.GetValue(set)!, type.GetGenericArguments()[0]);
                _keys--;
                break;
            default:
                Buffer.Tag(WireTag.Object);
                Fields(value, type);
                break;
        }
    }

    private void StructValue(object value, Type type)
    {
        Refuse(value, type);
        if (value is ITuple tuple && type.GetGenericArguments().Length == tuple.Length)
        {
            Begin(WireTag.Tuple, type);
            Buffer.Count(tuple.Length);
            for (int index = 0; index < tuple.Length; index++)
            {
                Member($"Item{index + 1}", tuple[index], type.GetGenericArguments()[index]);
            }
            return;
        }
        Buffer.Tag(WireTag.Struct);
        Fields(value, type);
    }

    private void ArrayValue(Array array, Type element)
    {
        if (WireRefusals.Reason(array) is { } reason)
        {
            throw Refusal(array, reason);
        }
        int size = WireNumbers.SizeOf(element);
        if (size == 0)
        {
            Begin(WireTag.Array, element);
            Items(array, array.Length, element);
            return;
        }
        Buffer.Tag(WireTag.NumberArray);
        Buffer.Byte((byte)Type.GetTypeCode(element));
        Buffer.Count(array.Length);
        Buffer.Raw(WireNumbers.BytesOf(array, size));
    }

    private void DictionaryValue(IDictionary dictionary, Type type)
    {
        Type[] arguments = type.GetGenericArguments();
        Begin(WireTag.Dictionary, type);
        Comparer(dictionary);
        Buffer.Count(dictionary.Count);
        foreach (DictionaryEntry entry in dictionary)
        {
            _keys++;
            Member("Keys", entry.Key, arguments[0]);
            _keys--;
            Member($"[{entry.Key}]", entry.Value, arguments[1]);
        }
    }

    private void ExceptionValue(Exception exception, Type declared)
    {
        if (!declared.IsAssignableFrom(typeof(RemoteException)))
        {
            throw Refusal(
                exception,
                "an exception arrives as a RemoteException. Declare the place it goes to as Exception"
            );
        }
        WireExceptions.Write(Buffer, exception);
    }

    // Why it cannot travel, or nothing.
    private string? ConnectionValue(Connection connection)
    {
        if (!IsMessage)
        {
            return PassedConnections.Write(Connections, Buffer, connection);
        }
        if (connection.IsClosed)
        {
            return PassedConnections.IsClosed;
        }
        if (PostOffice.Refusal is { } reason)
        {
            return reason;
        }
        PostedConnection posted = PostOffice.Post(connection);
        (Posted ??= []).Add(posted);
        Buffer.Tag(WireTag.PostedConnection);
        posted.Write(Buffer);
        return null;
    }

    private void DelegateValue(Delegate target)
    {
        if (TargetRules.CaptureOf(target) is { } capture)
        {
            throw Refusal(
                target,
                $"the delegate captures {capture}, and a child process does not share your variables"
            );
        }
        Begin(WireTag.Delegate, target.GetType());
        WriteMethod(target.Method);
    }

    private void Fields(object value, Type type)
    {
        FieldInfo[] fields = WireFields.Of(type);
        _types.Write(type);
        _types.WriteLayout(type, fields);
        foreach (FieldInfo field in fields)
        {
            Member(WireFields.NameOf(field), field.GetValue(value), field.FieldType);
        }
    }

    private void Items(IEnumerable items, int count, Type element)
    {
        Buffer.Count(count);
        int index = 0;
        foreach (object? item in items)
        {
            _path.Into(index++);
            Value(item, element);
            _path.Out();
        }
        if (index != count)
        {
            throw Refusal(items, $"it changed while it was copied: {count} items at first, {index} in the end");
        }
    }

    private void Member(string name, object? value, Type declared)
    {
        _path.Into(name);
        Value(value, declared);
        _path.Out();
    }

    private void Begin(WireTag tag, Type type)
    {
        Buffer.Tag(tag);
        _types.Write(type);
    }

    private void Comparer(object collection) =>
        Buffer.Byte(
            WireComparers.CodeOf(collection)
                ?? throw Refusal(
                    collection,
                    "its comparer is neither the default nor StringComparer.Ordinal(IgnoreCase)"
                )
        );

    private void Refuse(object value, Type type)
    {
        if (WireRefusals.Reason(type) is { } reason)
        {
            throw Refusal(value, reason);
        }
    }

    private MultiprocessingUsageException Refusal(object value, string reason) =>
        WireRefusals.Refusal(_path.ToString(), value.GetType(), reason);
}
