using System.Buffers.Text;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// The bytes behind a token's letters: version; ending; for each segment actor, points (both as base-128 numbers, lowest
/// first) and digest; two bytes of checksum over all of it and the two names.
/// </summary>
internal static class TokenCode
{
    private const byte Version = 1;
    private const int ChecksumBytes = 2;
    private const int MaxPoints = 10_000_000;

    /// <summary>The letters.</summary>
    public static string Write(IReadOnlyList<Segment> segments, Ending ending, string kata, string configuration)
    {
        List<byte> bytes = [Version, (byte)ending];
        foreach (var segment in segments)
        {
            WriteNumber(bytes, segment.Actor);
            WriteNumber(bytes, segment.Points);
            bytes.Add(segment.Digest);
        }
        var checksum = Checksum(bytes, kata, configuration);
        bytes.Add((byte)checksum);
        bytes.Add((byte)(checksum >> 8));
        return Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <summary>Reads the letters. Null when they are right, else what is wrong, in a sentence.</summary>
    public static string? Read(
        string letters,
        string kata,
        string configuration,
        out IReadOnlyList<Segment> segments,
        out Ending ending
    )
    {
        (segments, ending) = ([], default);
        if (!Base64Url.IsValid(letters))
        {
            return $"The letters '{letters}' of the replay token are not base64url. Copy the whole line again.";
        }
        var bytes = Base64Url.DecodeFromChars(letters);
        if (bytes.Length < 2 + ChecksumBytes)
        {
            return $"The letters '{letters}' of the replay token are too few. Copy the whole line again.";
        }
        if (bytes[0] != Version)
        {
            return $"The replay token has version {bytes[0]}, and this program reads version {Version}. "
                + "Run the failing test again to get a new token.";
        }
        var body = bytes[..^ChecksumBytes];
        if (Checksum(body, kata, configuration) != (bytes[^2] | (bytes[^1] << 8)))
        {
            return $"The replay token for {kata}, {configuration} is damaged: its checksum does not fit. "
                + "A letter was lost or changed, or a name was edited. Copy the whole line again.";
        }
        ending = (Ending)body[1];
        return ReadSegments(body, out segments);
    }

    private static string? ReadSegments(byte[] body, out IReadOnlyList<Segment> segments)
    {
        List<Segment> read = [];
        segments = read;
        var position = 2;
        while (position < body.Length)
        {
            if (
                !ReadNumber(body, ref position, out var actor)
                || !ReadNumber(body, ref position, out var points)
                || position >= body.Length
                || points == 0
            )
            {
                return "The replay token is cut off in the middle of a segment. Copy the whole line again.";
            }
            read.Add(new Segment(actor, points, body[position++]));
        }
        return null;
    }

    private static void WriteNumber(List<byte> bytes, int number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            bytes.Add((byte)(number | 0x80));
        }
        bytes.Add((byte)number);
    }

    private static bool ReadNumber(byte[] body, ref int position, out int number)
    {
        number = 0;
        for (var shift = 0; shift < 28 && position < body.Length; shift += 7)
        {
            var part = body[position++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number <= MaxPoints;
            }
        }
        return false;
    }

    private static ushort Checksum(IReadOnlyList<byte> bytes, string kata, string configuration)
    {
        var digest = new Digest().Add(kata).Add(configuration);
        for (var index = 0; index < bytes.Count; index++)
        {
            digest = digest.Add(bytes[index]);
        }
        return (ushort)digest.Value;
    }
}
