namespace ConcurrencyKatas.Control;

/// <summary>Bytes that were to be decoded are not what <see cref="Wire.Encode"/> writes.</summary>
public sealed class WireFormatException(string message) : Exception(message);
