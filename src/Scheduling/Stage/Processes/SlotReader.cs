using System.Globalization;
using System.Text;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>Reads what the creator of a primitive wrote into its slot. The bytes come from a student's process: nothing is trusted.</summary>
internal static unsafe class SlotReader
{
    public static ObjectInfo Read(SharedMemory segment, int offset)
    {
        if (offset < 0 || offset % SlotLayout.Size != 0 || offset + SlotLayout.Size > segment.Length)
        {
            throw new StageException($"An operation names the slot {offset}, which the segment does not have.");
        }
        byte* slot = segment.Base + offset;
        var kind = (SlotKind)(*(int*)(slot + SlotLayout.Kind));
        int length = Math.Clamp(*(int*)(slot + SlotLayout.NameLength), 0, SlotLayout.NameCapacity);
        string name = Encoding.UTF8.GetString(slot + SlotLayout.Name, length);
        return new ObjectInfo(
            kind,
            *(int*)(slot + SlotLayout.Initial),
            *(int*)(slot + SlotLayout.Maximum),
            name.Length > 0 ? name : Numbered(kind, offset)
        );
    }

    // Each actor's slots stand in an arena of its own, in order of creation.
    private static string Numbered(SlotKind kind, int offset)
    {
        int actor = (offset - Session.ArenaBase) / Session.ArenaSize;
        int index = (offset - Session.ArenaBase) % Session.ArenaSize / SlotLayout.Size;
        string number = (index + 1).ToString(CultureInfo.InvariantCulture);
        return $"{kind} {(actor > 0 ? $"{actor}." : "")}{number}";
    }
}
