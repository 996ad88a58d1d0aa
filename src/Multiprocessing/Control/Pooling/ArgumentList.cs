namespace ConcurrencyKatas.Control;

/// <summary>How the arguments of a call lie in one value, such as those of two parameters in a tuple.</summary>
/// <typeparam name="T">That value.</typeparam>
internal abstract class ArgumentList<T>
{
    /// <summary>Whether all of them are plain; see <see cref="PoolValues{T}"/>.</summary>
    public abstract bool ArePlain { get; }

    /// <summary>Writes the arguments of a call, which are plain.</summary>
    public abstract void WritePlain(WireBuffer buffer, T call);

    /// <summary>Writes the arguments of a call, whatever they are.</summary>
    /// <exception cref="MultiprocessingUsageException">One of them cannot travel; the message names it.</exception>
    public abstract void Write(WireWriter writer, string[] names, T call);
}
