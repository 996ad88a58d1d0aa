namespace ConcurrencyKatas.Control;

/// <summary>Bytes that were to be decoded are not what <see cref="Wire.Encode"/> writes, or no object can be made of them.</summary>
public sealed class WireFormatException(string message, Exception? cause = null) : Exception(message, cause);
