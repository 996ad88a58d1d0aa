namespace ConcurrencyKatas.Strength.Operators;

/// <summary>Every operator. A new one is a class and a line here.</summary>
public static class MutationOperators
{
    /// <summary>All of them, in the order of reports.</summary>
    public static IReadOnlyList<IMutationOperator> All { get; } =
    [
        new LockDropped(),
        new SectionNarrowed(),
        new SectionWidened(),
        new AcquisitionsSwapped(),
        new PlainForRecursive(),
        new CountOffByOne(),
        new ReleaseOutOfFinally(),
        new IfForWhile(),
        new JoinDropped(),
        new JoinAtOnce(),
        new CloseDropped(),
        new TaskDoneDropped(),
        new NotifyOne(),
        new PrimitiveInChild(),
        new PrimitivePerChild(),
        new CreatedAfterStart(),
        new CallbacksSwapped(),
        new LocalForShared(),
    ];
}
