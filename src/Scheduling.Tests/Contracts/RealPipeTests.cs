using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>The contract over pipes of the operating system.</summary>
[Collection(nameof(Seam))]
public sealed class RealPipeTests : PipeContract;
