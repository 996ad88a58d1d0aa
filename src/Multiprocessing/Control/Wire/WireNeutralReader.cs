namespace ConcurrencyKatas.Control;

/// <summary>Decodes without any type, from whoever sent the bytes; see <see cref="Wire.DecodeNeutral"/>.</summary>
internal sealed class WireNeutralReader
{
    private readonly List<(object? Value, int Weight)?> _objects = [];
    private readonly WireCursor _cursor;
    private readonly WireTypeReader _types;
    private int _depth;
    private int _weight;

    public WireNeutralReader(ReadOnlyMemory<byte> bytes)
    {
        _cursor = new WireCursor(bytes);
        _types = new WireTypeReader(_cursor);
        if (bytes.Length > WireLimits.NeutralBytes)
        {
            throw _cursor.Malformed($"it is longer than {WireLimits.NeutralBytes >> 20} MiB");
        }
        if (_cursor.Byte() != WireLimits.Version)
        {
            throw _cursor.Malformed("not this format");
        }
    }

    public object? Read()
    {
        object? value = Value();
        _cursor.ExpectEnd();
        return value;
    }

    private object? Value()
    {
        Weigh(1);
        var tag = (WireTag)_cursor.Byte();
        if (WireScalars.TryRead(_cursor, tag, out object? scalar))
        {
            return scalar;
        }
        if (++_depth > WireLimits.Depth)
        {
            throw _cursor.Malformed("values that are nested too deeply");
        }
        object? value = tag switch
        {
            WireTag.Enum => EnumValue(),
            WireTag.Array => Known(Sequence),
            WireTag.NumberArray => Known(Numbers),
            WireTag.List => Known(Sequence),
            WireTag.Set => Known(Set),
            WireTag.Dictionary => Known(Pairs),
            WireTag.Tuple => Sequence(),
            WireTag.Object => Known(Members),
            WireTag.Struct => Members(),
            WireTag.Reference => Reference(),
            WireTag.Exception => Known(ExceptionValue),
            WireTag.Primitive => Known(PrimitiveValue),
            WireTag.Proxy => Known(ProxyValue),
            WireTag.Connection => Known(ConnectionValue),
            _ => throw _cursor.Malformed($"a value with tag {(byte)tag}"),
        };
        _depth--;
        return value;
    }

    // An object has its number from its beginning, but can be referred to only after its end: no cycles. What it weighs
    // is weighed again at each reference, so that no consumer meets more values than the limit.
    private object? Known(Func<object?> read)
    {
        int number = _objects.Count;
        int before = _weight;
        _objects.Add(null);
        object? value = read();
        _objects[number] = (value, _weight - before);
        return value;
    }

    private object? Reference()
    {
        if (_objects[_cursor.Index(_objects.Count, "reference")] is not ({ } value, { } weight))
        {
            throw _cursor.Malformed("an object that contains itself, which has no neutral form");
        }
        Weigh(weight);
        return value;
    }

    private string EnumValue()
    {
        _ = _types.Read();
        _ = _cursor.Signed();
        return _cursor.Text();
    }

    private object?[] Sequence()
    {
        _ = _types.Read();
        return Items();
    }

    private object?[] Set()
    {
        _ = _types.Read();
        _ = _cursor.Byte();
        return Items();
    }

    private object?[] Items()
    {
        object?[] items = new object?[_cursor.Count()];
        for (int index = 0; index < items.Length; index++)
        {
            items[index] = Value();
        }
        return items;
    }

    private object?[] Numbers()
    {
        Type element = WireNumbers.TypeOf(_cursor.Byte()) ?? throw _cursor.Malformed("an array of unknown numbers");
        int size = WireNumbers.SizeOf(element);
        int count = _cursor.Count(size);
        Weigh(count);
        var array = Array.CreateInstance(element, count);
        _cursor.Raw(count * size).CopyTo(WireNumbers.BytesOf(array, size));
        object?[] items = new object?[count];
        for (int index = 0; index < count; index++)
        {
            items[index] = array.GetValue(index);
        }
        return items;
    }

    private object Pairs()
    {
        _ = _types.Read();
        _ = _cursor.Byte();
        int count = _cursor.Count(2);
        object?[] pairs = new object?[count];
        var byText = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (int index = 0; index < count; index++)
        {
            object?[] pair = [Value(), Value()];
            pairs[index] = pair;
            if (pair[0] is string key)
            {
                byText[key] = pair[1];
            }
        }
        return byText.Count == count ? byText : pairs;
    }

    private Dictionary<string, object?> Members()
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (string name in _types.ReadLayout(_types.Read()))
        {
            members[name] = Value();
        }
        return members;
    }

    private Dictionary<string, object?> ExceptionValue() =>
        new(StringComparer.Ordinal)
        {
            ["TypeName"] = _cursor.Text(),
            ["Message"] = _cursor.Text(),
            ["Trace"] = _cursor.Text(),
        };

    private Dictionary<string, object?> PrimitiveValue()
    {
        var kind = (SlotKind)_cursor.Byte();
        int offset = _cursor.Fixed32();
        if (kind == SlotKind.Barrier)
        {
            _ = _cursor.Raw(_cursor.Count()); // Its action.
        }
        return new(StringComparer.Ordinal) { ["Kind"] = kind.ToString(), ["Offset"] = offset };
    }

    private Dictionary<string, object?> ProxyValue()
    {
        _ = _types.Read();
        return new(StringComparer.Ordinal) { ["Kind"] = "Proxy", ["Offset"] = _cursor.Fixed32() };
    }

    private Dictionary<string, object?> ConnectionValue()
    {
        string name = _cursor.Text();
        _ = _cursor.Byte();
        _ = _cursor.Fixed32();
        return new(StringComparer.Ordinal) { ["Kind"] = nameof(Connection), ["Name"] = name };
    }

    private void Weigh(int weight)
    {
        _weight += weight;
        if (_weight > WireLimits.NeutralValues)
        {
            throw _cursor.Malformed($"it holds more than {WireLimits.NeutralValues:N0} values");
        }
    }
}
