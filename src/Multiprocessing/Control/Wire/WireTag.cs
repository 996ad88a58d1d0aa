namespace ConcurrencyKatas.Control;

/// <summary>The first byte of every encoded value.</summary>
internal enum WireTag : byte
{
    Null = 0,
    False,
    True,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    Char,

    /// <summary>Byte length, UTF-8.</summary>
    String,

    /// <summary>Count of UTF-16 units, the units: for strings that are no valid Unicode.</summary>
    RawString,
    TimeSpan,
    DateTime,
    Guid,

    /// <summary>Type, value as a varint, name of the member.</summary>
    Enum,

    /// <summary>Element type, count, elements.</summary>
    Array,

    /// <summary>Element type, count, the elements' bytes: arrays of numbers.</summary>
    NumberArray,

    /// <summary>Type, count, elements.</summary>
    List,

    /// <summary>Type, comparer, count, elements.</summary>
    Set,

    /// <summary>Type, comparer, count, keys and values by turns.</summary>
    Dictionary,

    /// <summary>Type, count, elements.</summary>
    Tuple,

    /// <summary>Type, layout, fields: an object that may be referred to again.</summary>
    Object,

    /// <summary>Type, layout, fields: a value without identity.</summary>
    Struct,

    /// <summary>The number of an object that came before.</summary>
    Reference,

    /// <summary>Type name, message, trace.</summary>
    Exception,

    /// <summary>Kind of slot, offset.</summary>
    Primitive,

    /// <summary>Type, method: a delegate that captures nothing.</summary>
    Delegate,

    /// <summary>Type, offset: a proxy of a manager's object, or what else has a type of its own and a slot.</summary>
    Proxy,

    /// <summary>Name, what it can do, number of a descriptor: an end of a pipe. For a child that is about to start only.</summary>
    Connection,

    /// <summary>Where it is to be fetched (<see cref="Control.PostedConnection"/>): an end of a pipe in a message, which is read once.</summary>
    PostedConnection,
}
