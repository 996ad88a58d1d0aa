using ConcurrencyKatas.Grading.Exploring;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>Another failure kept a claim from being seen.</summary>
public sealed class NotShownException(string reason) : Exception(reason)
{
    /// <summary>What keeps it from being seen is a run that has to be mended first.</summary>
    /// <param name="size">The size of that run.</param>
    /// <param name="sentence">What is wrong with it.</param>
    public static NotShownException Because(Size size, string sentence) =>
        new($"not shown: with {size.Name} {sentence} Mend that first.");

    /// <summary>It is known already what is wrong, and runs for real cost much.</summary>
    /// <param name="test">The test that was known to fail.</param>
    public static NotShownException BecauseOf(string test) =>
        new($"not shown: {test} has failed, as was known; nothing more is run for real.");
}
