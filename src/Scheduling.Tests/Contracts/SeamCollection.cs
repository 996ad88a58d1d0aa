using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Tests that install a controller, which is one for the whole process: they run one after another, and alone.</summary>
[CollectionDefinition(nameof(Seam), DisableParallelization = true)]
public sealed class SeamCollection;
