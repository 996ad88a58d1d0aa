using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Exploring;

/// <summary>A call on an object of a manager, as graders see it.</summary>
/// <param name="Step">Its step in the run.</param>
/// <param name="Actor">The number of the process that made it.</param>
/// <param name="Object">On what.</param>
/// <param name="Kind">What kind of object that is.</param>
/// <param name="Verb">What was asked for.</param>
/// <param name="Arguments">
/// What it was given: primitives, strings, lists, and records as dictionaries; null for what has no such form, which an
/// object keeps all the same.
/// </param>
/// <param name="Status">How it went; all but <see cref="ManagerStatus.Done"/> changed nothing.</param>
/// <param name="Answer">What it brought, in the same form; empty when it was refused.</param>
public sealed record CallEvent(
    int Step,
    int Actor,
    ObjectId Object,
    SlotKind Kind,
    ManagerVerb Verb,
    IReadOnlyList<object?> Arguments,
    ManagerStatus Status,
    IReadOnlyList<object?> Answer
)
{
    /// <summary>Whether it was done, and not refused.</summary>
    public bool IsDone => Status == ManagerStatus.Done;

    /// <summary>The step as a call; null when it is none, or when the manager had ended.</summary>
    internal static CallEvent? Of(Run run, Step step)
    {
        if (step.Operation.Kind != OperationKind.Call || step.Decision.Payload is not { } payload)
        {
            return null;
        }
        // The arbiter's own bytes; the values in them are the student's.
        var answer = ManagerAnswer.Decode(payload);
        return new CallEvent(
            step.Index,
            step.Actor,
            step.Object,
            run.Objects[step.Object].Kind,
            (ManagerVerb)step.Operation.Argument,
            [.. Unpack(step.Operation.Payload).Select(Read)],
            answer.Status,
            [.. answer.Values.Select(Read)]
        );
    }

    private static IReadOnlyList<byte[]> Unpack(byte[]? arguments)
    {
        try
        {
            return ManagerArguments.Unpack(arguments);
        }
        catch (WireFormatException)
        {
            return []; // Bytes that no proxy writes: the arbiter could not read them either, and refused the call.
        }
    }

    private static object? Read(byte[] value)
    {
        try
        {
            return Wire.DecodeNeutral(value);
        }
        catch (WireFormatException)
        {
            return null; // An object that contains itself, one that is too large: kept, and not to be read here.
        }
    }
}
