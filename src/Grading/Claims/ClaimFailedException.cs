using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>A claim does not hold. The message is what the student reads.</summary>
public sealed class ClaimFailedException(string message, Evidence evidence) : Exception(message)
{
    /// <summary>The failing run.</summary>
    public Evidence Evidence => evidence;

    // The stack is the grader's, and says nothing about the student's code.
    /// <inheritdoc/>
    public override string? StackTrace => "";
}
