namespace ConcurrencyKatas.Control;

/// <summary>How exceptions travel: as their type's name, message and trace. One that came from elsewhere keeps those that it came with.</summary>
internal static class WireExceptions
{
    /// <summary>Encodes one.</summary>
    public static void Write(WireBuffer buffer, Exception exception)
    {
        var remote = exception as RemoteException;
        buffer.Tag(WireTag.Exception);
        buffer.Text(remote?.TypeName ?? exception.GetType().FullName ?? exception.GetType().Name);
        buffer.Text(exception.Message);
        buffer.Text(remote?.RemoteTrace ?? exception.StackTrace ?? "");
    }
}
