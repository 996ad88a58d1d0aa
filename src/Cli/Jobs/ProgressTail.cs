using System.Text;
using System.Text.Json;
using ConcurrencyKatas.Grading;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>Reads what was appended to a progress file since the last look. Half a line waits for its other half.</summary>
internal sealed class ProgressTail(string path)
{
    private readonly StringBuilder _half = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private long _position;

    /// <summary>The whole lines since the last call. Lines that are not progress are passed over.</summary>
    public IReadOnlyList<ProgressLine> ReadNew()
    {
        if (!File.Exists(path))
        {
            return [];
        }
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Position = _position;
        List<ProgressLine> lines = [];
        var bytes = new byte[8192];
        var characters = new char[8192];
        int count;
        while ((count = stream.Read(bytes)) > 0)
        {
            _position += count;
            var decoded = _decoder.GetChars(bytes, 0, count, characters, 0);
            foreach (var character in characters.AsSpan(0, decoded))
            {
                if (character != '\n')
                {
                    _half.Append(character);
                    continue;
                }
                if (Parse(_half.ToString()) is { } line)
                {
                    lines.Add(line);
                }
                _half.Clear();
            }
        }
        return lines;
    }

    // Progress is only ever shown; a line that cannot be read costs nobody a verdict.
    private static ProgressLine? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, GradingJson.Line.ProgressLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
