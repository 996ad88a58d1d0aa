namespace ConcurrencyKatas.Control;

/// <summary>Names of types as they stand in source code.</summary>
internal static class TypeNames
{
    /// <summary><c>List&lt;int&gt;</c> rather than <c>List`1</c>.</summary>
    public static string Of(Type type) =>
        type.IsArray ? $"{Of(type.GetElementType()!)}[]"
        : Nullable.GetUnderlyingType(type) is { } underlying ? $"{Of(underlying)}?"
        : type.IsGenericType ? $"{Plain(type)}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
        : Keyword(type) ?? Plain(type);

    private static string Plain(Type type)
    {
        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? type.Name : type.Name[..tick];
    }

    private static string? Keyword(Type type) =>
        type.IsEnum
            ? null
            : Type.GetTypeCode(type) switch
            {
                TypeCode.Boolean => "bool",
                TypeCode.Byte => "byte",
                TypeCode.SByte => "sbyte",
                TypeCode.Int16 => "short",
                TypeCode.UInt16 => "ushort",
                TypeCode.Int32 => "int",
                TypeCode.UInt32 => "uint",
                TypeCode.Int64 => "long",
                TypeCode.UInt64 => "ulong",
                TypeCode.Single => "float",
                TypeCode.Double => "double",
                TypeCode.Decimal => "decimal",
                TypeCode.Char => "char",
                TypeCode.String => "string",
                _ => type == typeof(object) ? "object"
                : type == typeof(void) ? "void"
                : null,
            };
}
