using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>A child by its process id.</summary>
internal abstract class PosixChild(int pid) : IChild
{
    /// <inheritdoc/>
    public abstract bool TryReap(out int exitCode);

    /// <inheritdoc/>
    public abstract void Wait(int milliseconds);

    /// <inheritdoc/>
    public void Kill(int signal)
    {
        if (Libc.Kill(pid, signal) != 0)
        {
            throw SystemFailure.Of($"Cannot send signal {signal} to process {pid}");
        }
    }

    /// <inheritdoc/>
    public void KillGroup()
    {
        if (Libc.Kill(-pid, Signals.Kill) == 0)
        {
            return;
        }
        int error = Marshal.GetLastPInvokeError();
        if (!IsNobodyLeft(error))
        {
            throw SystemFailure.Of($"Cannot send signal {Signals.Kill} to process group {pid}", error);
        }
    }

    /// <summary>Whether a group could not be sent a signal because nobody in it runs any more.</summary>
    private protected virtual bool IsNobodyLeft(int error) => error == Libc.ESRCH;

    /// <inheritdoc/>
    public abstract int[] GroupMembers();

    /// <inheritdoc/>
    public abstract void Close();

    /// <summary>After a wait that failed: says so if the child is nobody's to wait for any more.</summary>
    protected void ThrowIfLost()
    {
        if (Marshal.GetLastPInvokeError() == Libc.ECHILD)
        {
            throw new InvalidOperationException(
                $"The exit code of process {pid} is lost: something else in this process has waited for it."
            );
        }
    }
}
