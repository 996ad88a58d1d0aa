namespace ConcurrencyKatas.Control;

/// <summary>Starts the program of a child process.</summary>
internal static class ChildStart
{
    public static RealChild Start(Process process, byte[] payload) => throw new NotImplementedException();
}
