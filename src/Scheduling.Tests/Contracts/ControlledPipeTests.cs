using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>The contract over pipes of a controlled run.</summary>
[Collection(nameof(Seam))]
public sealed class ControlledPipeTests : PipeContract, IDisposable
{
    private readonly ModelController _controller = new();

    public void Dispose() => _controller.Dispose();
}
