using Xunit.v3;

namespace ConcurrencyKatas.Multiprocessing.Tests.Watching;

/// <summary>
/// Makes a collection of every class of tests, as xUnit does by itself, and a watch over it: so no class can be forgotten.
/// </summary>
/// <remarks>A class with an attribute that puts it into another collection would get around it, so there is none.</remarks>
public sealed class WatchedClasses(IXunitTestAssembly assembly) : TestCollectionFactoryBase(assembly)
{
    /// <inheritdoc/>
    public override string DisplayName => "each class watched";

    /// <inheritdoc/>
    protected override IXunitTestCollection GetDefaultTestCollection(Type testClass) =>
        new XunitTestCollection(TestAssembly, typeof(Watch), disableParallelization: false, testClass.FullName!);

    /// <summary>What every collection has.</summary>
    public sealed class Watch : ICollectionFixture<ClassLeaks>;
}
