namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>
/// The 27 bugs by which strategies are measured, from two processes to twenty. A new family is one file in Families and a
/// line here.
/// </summary>
internal static class BugCatalogue
{
    /// <summary>Makes all of them.</summary>
    /// <param name="noise">How many points of its own each process has; strategies that prune do not notice them.</param>
    public static IReadOnlyList<BugModel> All(int noise) =>
        [
            LostUpdate.Of(2, noise),
            LostUpdate.Of(8, noise),
            CheckThenAct.Of(4, noise),
            OppositeLocks.Of(2, noise),
            OppositeLocks.Of(8, noise),
            OppositeLocks.Of(20, noise),
            Philosophers.Of(3, noise),
            Philosophers.Of(5, noise),
            Philosophers.Of(8, noise),
            Philosophers.Of(20, noise),
            LostWakeUp.Of(2, noise),
            LostWakeUp.Of(8, noise),
            BarrierReuse.Of(3, noise),
            BarrierReuse.Of(6, noise),
            WrongLock.Of(4, noise),
            HalfPublished.Of(4, noise),
            HalfPublished.Of(10, noise),
            HalfPublished.Of(20, noise),
            TwoStage.Of(2, noise),
            TwoStage.Of(20, noise),
            IfInsteadOfWhile.Of(noise),
            AbaFreeList.Of(noise),
            CreateIfMissing.Of(2, noise),
            CreateIfMissing.Of(8, noise),
            StartOrder.Of(8, noise),
            TransferAndAuditor.Of(4, noise),
            TransferAndAuditor.Of(20, noise),
        ];

    /// <summary>Programs of the same kinds without the bug.</summary>
    public static IReadOnlyList<BugModel> Mended(int noise) =>
        [
            LostUpdate.Mended(2, 2, noise),
            LostUpdate.Mended(3, 1, noise),
            Philosophers.Mended(3, noise),
            Philosophers.Mended(5, noise),
            BarrierReuse.Mended(2, 2, noise),
            BarrierReuse.Mended(3, 1, noise),
            IfInsteadOfWhile.Mended(2, noise),
        ];
}
