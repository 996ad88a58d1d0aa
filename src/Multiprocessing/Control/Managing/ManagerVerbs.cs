namespace ConcurrencyKatas.Control;

/// <summary>What is known of each verb.</summary>
public static class ManagerVerbs
{
    /// <summary>Whether a call of this kind changes nothing, so that two of them may be exchanged.</summary>
    public static bool IsRead(this ManagerVerb verb) =>
        verb
            is ManagerVerb.Get
                or ManagerVerb.Contains
                or ManagerVerb.Count
                or ManagerVerb.Copy
                or ManagerVerb.Keys
                or ManagerVerb.Values
                or ManagerVerb.IndexOf;
}
