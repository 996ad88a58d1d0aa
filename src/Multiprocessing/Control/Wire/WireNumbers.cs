using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Control;

/// <summary>Arrays of numbers as one block of little-endian bytes.</summary>
internal static class WireNumbers
{
    /// <summary>Bytes of one element, or 0 when such arrays are written element by element.</summary>
    public static int SizeOf(Type element) => element.IsEnum ? 0 : SizeOf(Type.GetTypeCode(element));

    /// <summary>The element type behind a code that <see cref="SizeOf(Type)"/> accepts; null for other codes.</summary>
    public static Type? TypeOf(byte code) =>
        (TypeCode)code switch
        {
            TypeCode.SByte => typeof(sbyte),
            TypeCode.Byte => typeof(byte),
            TypeCode.Int16 => typeof(short),
            TypeCode.UInt16 => typeof(ushort),
            TypeCode.Int32 => typeof(int),
            TypeCode.UInt32 => typeof(uint),
            TypeCode.Int64 => typeof(long),
            TypeCode.UInt64 => typeof(ulong),
            TypeCode.Single => typeof(float),
            TypeCode.Double => typeof(double),
            _ => null,
        };

    /// <summary>The bytes of an array of numbers.</summary>
    public static Span<byte> BytesOf(Array array, int size) =>
        MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(array), array.Length * size);

    private static int SizeOf(TypeCode code) =>
        code switch
        {
            TypeCode.SByte or TypeCode.Byte => 1,
            TypeCode.Int16 or TypeCode.UInt16 => 2,
            TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 4,
            TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Double => 8,
            _ => 0,
        };
}
