using ConcurrencyKatas.Grading.Running;

namespace ConcurrencyKatas.Grading.Tests.Hostile;

/// <summary>What can only be kept from student code by bubblewrap.</summary>
internal static class Isolated
{
    /// <summary>Skips the calling test, and says why, where bubblewrap is not in force.</summary>
    public static void OrSkip() =>
        Assert.SkipWhen(
            Bubblewrap.Here.Obstacle is not null,
            $"Only bubblewrap keeps a submission from this, and {Bubblewrap.Here.Obstacle}."
        );
}
