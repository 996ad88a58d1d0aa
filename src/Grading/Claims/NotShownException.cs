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
}
