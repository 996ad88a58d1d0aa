namespace ConcurrencyKatas.Control;

/// <summary>Where marks, starts and ends of a run without a controller are kept in order, for whoever watches the session.</summary>
public static class EventLog
{
    /// <summary>Appends one event; later events of any process of the session come after it.</summary>
    public static void Record(in Operation operation) => _ = operation;
}
