using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Compiler.Tests;

/// <summary>Tests that install a controller, which is one for the whole process: they run one after another.</summary>
[CollectionDefinition(nameof(Seam))]
public sealed class SeamCollection;
