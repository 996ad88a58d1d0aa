namespace ConcurrencyKatas.Grading.Running;

/// <summary>Shares out processors: one stage and its workers run on one, so two explorations use two.</summary>
public static class Processors
{
    private static readonly System.Threading.Lock s_gate = new();
    private static readonly int[] s_tenants = new int[Environment.ProcessorCount];

    /// <summary>The processor with the fewest tenants; given back when the lease is disposed.</summary>
    public static Lease Rent()
    {
        lock (s_gate)
        {
            int processor = Array.IndexOf(s_tenants, s_tenants.Min());
            s_tenants[processor]++;
            return new Lease(processor);
        }
    }

    /// <summary>One tenant's claim on a processor.</summary>
    public sealed class Lease(int processor) : IDisposable
    {
        private bool _over;

        /// <summary>The processor's number.</summary>
        public int Processor => processor;

        /// <inheritdoc/>
        public void Dispose()
        {
            lock (s_gate)
            {
                if (!_over)
                {
                    _over = true;
                    s_tenants[processor]--;
                }
            }
        }
    }
}
