using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>A bare number in the session's memory that nothing protects. It travels as its offset.</summary>
internal sealed record SharedNumber(int Offset)
{
    public unsafe int Value
    {
        get => Volatile.Read(ref *(int*)Session.Current.Slot(Offset));
        set => Volatile.Write(ref *(int*)Session.Current.Slot(Offset), value);
    }

    public static SharedNumber Create() => new(Session.Current.AllocateSlot());
}
