namespace ConcurrencyKatas.ZombiesAndOrphans;

/// <summary>
/// The hall of the post house, where messengers who are back stand until they are signed off. Pass it to every process. Do not
/// edit: graders use their own copy.
/// </summary>
/// <param name="places">For how many messengers there is room.</param>
public sealed class Hall(int places)
{
    private const string Branch = "branch";

    private readonly Semaphore _places = new(places, "places in the hall");
    private readonly Event _branchIsClosed = new("branch is signed off");

    /// <summary>Signs somebody off in the book, which frees the place in the hall. For the main process.</summary>
    /// <param name="name">Who: <c>messenger-1</c>, <c>messenger-2</c>, … or <c>branch</c>.</param>
    /// <param name="exitCode">How that process ended.</param>
    public void SignOff(string name, int exitCode)
    {
        Mark.On(name).Record($"is signed off with exit code {exitCode}");
        if (name == Branch)
        {
            _branchIsClosed.Set();
        }
        else
        {
            _places.Release();
        }
    }

    /// <summary>Finds a place in the hall. <see cref="Messenger.Deliver"/> calls it.</summary>
    public void ComeIn() => _places.Acquire();

    /// <summary>Waits until the branch is signed off. <see cref="Courier.Ride"/> calls it.</summary>
    public void AwaitBranch() => _branchIsClosed.Wait();
}
