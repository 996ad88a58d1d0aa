using System.Text;

namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>Reads what was appended to a file since the last look. Half a line waits for its other half.</summary>
internal sealed class LineTail(string path)
{
    private readonly StringBuilder _half = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private long _position;

    /// <summary>The whole lines since the last call.</summary>
    public IReadOnlyList<string> ReadNew()
    {
        if (!File.Exists(path))
        {
            return [];
        }
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Position = _position;
        List<string> lines = [];
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
                lines.Add(_half.ToString());
                _half.Clear();
            }
        }
        return lines;
    }
}
