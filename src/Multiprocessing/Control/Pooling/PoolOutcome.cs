using System.Runtime.CompilerServices;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>What became of one task: the message that its worker sent, or why there is none.</summary>
/// <param name="Job">The number of the job that the task is of; <see cref="PoolMessages.NoJob"/>: the pool itself has failed.</param>
/// <param name="Part">Which part of the job it is, from 0.</param>
/// <param name="Message">The rest of the worker's message, <see langword="null"/> when no worker could answer.</param>
/// <param name="Error">Why no worker could answer.</param>
internal sealed record PoolOutcome(int Job, int Part, WireReader? Message, Exception? Error)
{
    /// <summary>
    /// Reads the values, one for each call of the task. To make them may run the student's code; whatever that throws is an
    /// error of this task.
    /// </summary>
    /// <returns>What the task threw or why its answer cannot be read; <see langword="null"/> when it can.</returns>
    [MethodImpl(HotPath.Options)] // A loop over many small values, which may be all that a process ever does.
    public Exception? Read<T>(Span<T> values)
    {
        if (Message is null)
        {
            return Error;
        }
        try
        {
            if (Message.Cursor.Byte() == PoolMessages.Failed)
            {
                return (Exception)Message.Read(typeof(Exception))!;
            }
            foreach (ref T value in values)
            {
                value = PoolValues<T>.Read(Message);
            }
            return null;
        }
        catch (Exception unreadable) when (unreadable is not ModelMismatchException)
        {
            return PoolRules.Unreadable(typeof(T), unreadable);
        }
    }
}
