namespace ConcurrencyKatas.Control;

/// <summary>How a pool was made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sizing">How many workers it has.</param>
/// <param name="Initializer">What each worker calls first.</param>
/// <param name="Arguments">The arguments of that.</param>
/// <param name="MaxTasks">After how many tasks a worker ends and another one takes its place; 0: never.</param>
internal sealed record PoolSetup(
    string Name,
    PoolSizing Sizing,
    Delegate? Initializer,
    object?[] Arguments,
    int MaxTasks
);
