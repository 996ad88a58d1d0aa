using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.Control;

/// <summary>Decodes values that a <see cref="WireWriter"/> wrote, one after the other, in the types that they had.</summary>
public sealed class WireReader
{
    private readonly List<object> _objects = [];
    private readonly WireTypeReader _types;
    private int _depth;

    /// <summary>Begins at the format's version.</summary>
    /// <exception cref="WireFormatException">It is another format.</exception>
    public WireReader(ReadOnlyMemory<byte> bytes)
    {
        Cursor = new WireCursor(bytes);
        _types = new WireTypeReader(Cursor);
        if (Cursor.Byte() != WireLimits.Version)
        {
            throw Cursor.Malformed("not this format");
        }
    }

    internal WireCursor Cursor { get; }

    /// <summary>Whether this process has inherited the descriptors that are spoken of.</summary>
    internal bool HasDescriptors { get; init; }

    /// <summary>Whether it is a message, which only this process reads: ends of pipes in it are fetched.</summary>
    internal bool IsMessage { get; init; }

    /// <summary>Decodes the next value.</summary>
    /// <param name="expected">The type of the place it goes to.</param>
    /// <exception cref="WireFormatException">The bytes are malformed, a type is missing or another one came.</exception>
    public object? Read(Type expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        object? value = Guarded(Value);
        bool fits = value is null
            ? !expected.IsValueType || Nullable.GetUnderlyingType(expected) is not null
            : expected.IsInstanceOfType(value);
        return fits ? value : throw Cursor.Malformed(Misfit(value, expected));
    }

    private static string Misfit(object? value, Type expected) =>
        $"{(value is null ? "null" : TypeNames.Of(value.GetType()))} came where {TypeNames.Of(expected)} was expected";

    /// <summary>Decodes an object of a subclass of <see cref="Process"/>.</summary>
    internal Process ReadSelf() =>
        Guarded(() =>
        {
            WireTypeReader.Entry entry = _types.Read();
            Type type = _types.Resolve(entry);
            if (!typeof(Process).IsAssignableFrom(type))
            {
                throw Cursor.Malformed($"{entry.Name} is no Process");
            }
            var process = (Process)RuntimeHelpers.GetUninitializedObject(type);
            _objects.Add(process);
            Fields(process, entry, type);
            return process;
        });

    /// <summary>Decodes a method.</summary>
    internal MethodInfo ReadMethod() => Guarded(Method);

    private object? Value()
    {
        var tag = (WireTag)Cursor.Byte();
        if (WireScalars.TryRead(Cursor, tag, out object? scalar))
        {
            return scalar;
        }
        if (++_depth > WireLimits.Depth)
        {
            throw Cursor.Malformed("values that are nested too deeply");
        }
        object value = tag switch
        {
            WireTag.Enum => EnumValue(),
            WireTag.Array => Elements(),
            WireTag.NumberArray => Numbers(),
            WireTag.List => ListValue(),
            WireTag.Set => SetValue(),
            WireTag.Dictionary => DictionaryValue(),
            WireTag.Tuple => Tuple(),
            WireTag.Object => Object(known: true),
            WireTag.Struct => Object(known: false),
            WireTag.Reference => _objects[Cursor.Index(_objects.Count, "reference")],
            WireTag.Exception => Known(new RemoteException(Cursor.Text(), Cursor.Text(), Cursor.Text())),
            WireTag.Primitive => Known(PrimitiveValue()),
            WireTag.Delegate => DelegateValue(),
            WireTag.Proxy => Known(ProxyValue()),
            WireTag.Connection when HasDescriptors => Known(ConnectionValue()),
            WireTag.PostedConnection when IsMessage => Known(PostedConnection.Read(Cursor).Fetch()),
            _ => throw Cursor.Malformed($"a value with tag {(byte)tag}"),
        };
        _depth--;
        return value;
    }

    private object EnumValue()
    {
        object value = Enum.ToObject(Type(), Cursor.Signed());
        _ = Cursor.Text();
        return value;
    }

    private Array Elements()
    {
        Type element = Type();
        var array = (Array)Known(Array.CreateInstance(element, Cursor.Count()));
        for (int index = 0; index < array.Length; index++)
        {
            array.SetValue(Value(), index);
        }
        return array;
    }

    private Array Numbers()
    {
        Type element = WireNumbers.TypeOf(Cursor.Byte()) ?? throw Cursor.Malformed("an array of unknown numbers");
        int size = WireNumbers.SizeOf(element);
        var array = (Array)Known(Array.CreateInstance(element, Cursor.Count(size)));
        Cursor.Raw(array.Length * size).CopyTo(WireNumbers.BytesOf(array, size));
        return array;
    }

    private IList ListValue()
    {
        var list = (IList)Known(Activator.CreateInstance(Type())!);
        for (int count = Cursor.Count(); count > 0; count--)
        {
            _ = list.Add(Value());
        }
        return list;
    }

    private object SetValue()
    {
        Type type = Type();
        object set = Known(WireComparers.Create(type, Cursor.Byte())!);
        MethodInfo add = type.GetMethod("Add") ?? throw Cursor.Malformed($"{type} is no set");
        for (int count = Cursor.Count(); count > 0; count--)
        {
            _ = add.Invoke(set, BindingFlags.DoNotWrapExceptions, null, [Value()], null);
        }
        return set;
    }

    private IDictionary DictionaryValue()
    {
        var dictionary = (IDictionary)Known(WireComparers.Create(Type(), Cursor.Byte())!);
        for (int count = Cursor.Count(2); count > 0; count--)
        {
            object key = Value() ?? throw Cursor.Malformed("a key that is null");
            dictionary.Add(key, Value());
        }
        return dictionary;
    }

    private object Tuple()
    {
        Type type = Type();
        object?[] items = new object?[Cursor.Count()];
        for (int index = 0; index < items.Length; index++)
        {
            items[index] = Value();
        }
        return Activator.CreateInstance(type, items)!;
    }

    private object Object(bool known)
    {
        WireTypeReader.Entry entry = _types.Read();
        Type type = _types.Resolve(entry);
        object value = RuntimeHelpers.GetUninitializedObject(type);
        if (known)
        {
            _ = Known(value);
        }
        Fields(value, entry, type);
        return value;
    }

    private void Fields(object value, WireTypeReader.Entry entry, Type type)
    {
        string[] layout = _types.ReadLayout(entry);
        FieldInfo[] fields = WireFields.Of(type);
        if (!layout.SequenceEqual(fields.Select(WireFields.NameOf)))
        {
            throw Cursor.Malformed($"{entry.Name} has other fields here ({string.Join(", ", layout)} came)");
        }
        foreach (FieldInfo field in fields)
        {
            field.SetValue(value, Value());
        }
    }

    private Primitive PrimitiveValue()
    {
        var kind = (SlotKind)Cursor.Byte();
        int offset = Cursor.Fixed32();
        Primitive primitive =
            Primitive.FromSlot(kind, offset)
            ?? throw Cursor.Malformed($"no {kind} is at offset {offset} of the session's segment");
        if (primitive is Barrier barrier)
        {
            barrier.EncodedAction = Cursor.Raw(Cursor.Count()).ToArray();
        }
        return primitive;
    }

    private ISlotObject ProxyValue()
    {
        Type type = Type();
        int offset = Cursor.Fixed32();
        return
            typeof(ISlotObject).IsAssignableFrom(type)
            && RuntimeHelpers.GetUninitializedObject(type) is ISlotObject found
            && found.Attach(offset)
            ? found
            : throw Cursor.Malformed($"no {TypeNames.Of(type)} is at offset {offset} of the session's segment");
    }

    private Connection ConnectionValue()
    {
        string name = Cursor.Text();
        byte abilities = Cursor.Byte();
        int number = Cursor.Fixed32();
        return PassedConnections.Find(name, abilities, number)
            ?? throw Cursor.Malformed($"the end {number} of a pipe, which no child inherits");
    }

    private Delegate DelegateValue()
    {
        Type type = Type();
        return TargetRules.Bind(type, Method());
    }

    private MethodInfo Method()
    {
        Type type = Type();
        int token = Cursor.Fixed32();
        MethodBase found = type.Module.ResolveMethod(token)!;
        // To look for it in the type costs much, and says of most what is known; of others that it is of a generic type, or is not there.
        var method = (MethodInfo)(
            found.DeclaringType == type ? found : MethodBase.GetMethodFromHandle(found.MethodHandle, type.TypeHandle)!
        );
        var arguments = new Type[Cursor.Count()];
        for (int index = 0; index < arguments.Length; index++)
        {
            arguments[index] = Type();
        }
        return arguments.Length == 0 ? method : method.MakeGenericMethod(arguments);
    }

    private Type Type() => _types.Resolve(_types.Read());

    private T Known<T>(T value)
        where T : notnull
    {
        _objects.Add(value);
        return value;
    }

    // Bytes that fit no type fail in many ways deep inside reflection; here all of them are one: malformed.
    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception)
            when (exception
                    is ArgumentException
                        or InvalidCastException
                        or MissingMemberException
                        or MemberAccessException
                        or NotSupportedException
                        or NullReferenceException
                        or TargetInvocationException
                        or TypeLoadException
                        or BadImageFormatException
            )
        {
            throw Cursor.Malformed($"{exception.GetType().Name} ({exception.Message})");
        }
    }
}
