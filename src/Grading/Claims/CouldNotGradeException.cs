namespace ConcurrencyKatas.Grading.Claims;

/// <summary>We failed, not the student. The message says how to report it.</summary>
public sealed class CouldNotGradeException(string reason, Exception? cause = null)
    : Exception($"{Prefix} {reason}", cause)
{
    /// <summary>How every such message begins, so that nobody takes it for the student's failure.</summary>
    public const string Prefix = "[could not grade]";
}
