namespace ConcurrencyKatas.Platform;

/// <summary>A child as the system knows it; <see cref="ChildHandle"/> says when each member may be called.</summary>
internal interface IChild
{
    /// <summary>Whether it has ended; if so, reaps it.</summary>
    /// <param name="exitCode">Its exit code, or −signal.</param>
    bool TryReap(out int exitCode);

    /// <summary>Waits until it has ended, so many milliseconds at most, −1 for ever. May return early.</summary>
    void Wait(int milliseconds);

    /// <summary>Sends it a signal. It has not been reaped.</summary>
    void Kill(int signal);

    /// <summary>Kills the group that it leads; see <see cref="ChildHandle.KillGroup"/>.</summary>
    void KillGroup();

    /// <summary>See <see cref="ChildHandle.GroupMembers"/>.</summary>
    int[] GroupMembers();

    /// <summary>Gives back what is needed to wait for it. Its group can still be killed.</summary>
    void Close();
}
