namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>An exception that throws when it is asked what it is.</summary>
public sealed class UnreadableException : Exception
{
    public override string Message => throw new InvalidOperationException("no message, on purpose");

    public override string ToString() => throw new InvalidOperationException("no words, on purpose");
}
