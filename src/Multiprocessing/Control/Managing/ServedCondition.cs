namespace ConcurrencyKatas.Control;

/// <summary>Those who wait for a condition in a manager's server, first come first; guarded by the lock that it is over.</summary>
/// <remarks>What a client was notified of that ended before it had the lock again goes to another one that waited then.</remarks>
internal sealed class ServedCondition
{
    private readonly List<Place> _places = [];
    private long _joined;

    /// <summary>How many wait to be notified.</summary>
    public int Count => _places.Count(static place => place.IsWaiting);

    /// <summary>Whether the client gave the lock back and does not have it again.</summary>
    public bool IsAway(ServedClient client) => Find(client) is not null;

    /// <summary>Whether it still waits to be notified.</summary>
    public bool IsWaiting(ServedClient client) => Find(client) is { IsWaiting: true };

    /// <summary>The client begins to wait; it had taken the lock so often.</summary>
    public void Join(ServedClient client, int depth) => _places.Add(new Place(client, depth, ++_joined));

    /// <summary>Notifies those who have waited longest.</summary>
    /// <returns>How many.</returns>
    public int Notify(int count) => Notify(count, _joined);

    /// <summary>The client waits no longer to be notified.</summary>
    public void GiveUp(ServedClient client) => Find(client)?.IsWaiting = false;

    /// <summary>The client has the lock again.</summary>
    /// <returns>How often it had taken it.</returns>
    public int Leave(ServedClient client)
    {
        Place place = Find(client)!;
        _ = _places.Remove(place);
        return place.Depth;
    }

    /// <summary>The client has ended.</summary>
    public void Forget(ServedClient client)
    {
        if (Find(client) is { } place)
        {
            _ = _places.Remove(place);
            if (place.Notified != 0)
            {
                _ = Notify(1, place.Notified);
            }
        }
    }

    private int Notify(int count, long joined)
    {
        int notified = 0;
        foreach (Place place in _places)
        {
            if (notified < count && place.IsWaiting && place.Number <= joined)
            {
                (place.IsWaiting, place.Notified) = (false, joined);
                notified++;
            }
        }
        return notified;
    }

    private Place? Find(ServedClient client) => _places.Find(place => place.Client == client);

    private sealed class Place(ServedClient client, int depth, long number)
    {
        public ServedClient Client => client;

        public int Depth => depth;

        public long Number => number;

        public bool IsWaiting { get; set; } = true;

        /// <summary>How many had joined when it was notified; 0 when it was not.</summary>
        public long Notified { get; set; }
    }
}
