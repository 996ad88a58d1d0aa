using System.Text;
using ConcurrencyKatas.Platform;
using Microsoft.Win32.SafeHandles;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>
/// What a process and its children print. Reading goes on to the end, so that nobody is ever blocked by a full pipe, but
/// only the first million characters are kept.
/// </summary>
internal sealed class CapturedOutput : IDisposable
{
    private const int Limit = 1_000_000;

    private readonly StringBuilder _text = new();
    private readonly List<Thread> _readers = [];
    private bool _isCut;

    public CapturedOutput(ChildHandle process)
    {
        Follow(process.Output!);
        Follow(process.Error!);
    }

    /// <summary>Everything kept; waits until every writer has closed its end.</summary>
    public string Text()
    {
        _readers.ForEach(r => r.Join());
        string text = _text.Replace("\r\n", "\n").ToString();
        return _isCut ? $"{text}\n… cut at {Limit:N0} characters." : text;
    }

    public void Dispose() => _readers.ForEach(r => r.Join());

    private void Follow(SafeFileHandle pipe)
    {
        var reader = new Thread(() => Read(pipe)) { IsBackground = true, Name = "captured output" };
        reader.Start();
        _readers.Add(reader);
    }

    private void Read(SafeFileHandle pipe)
    {
        using var stream = new FileStream(pipe, FileAccess.Read, bufferSize: 0);
        var decoder = Encoding.UTF8.GetDecoder();
        byte[] bytes = new byte[16 * 1024];
        char[] characters = new char[bytes.Length + 1];
        int count;
        while ((count = stream.Read(bytes)) > 0)
        {
            int decoded = decoder.GetChars(bytes, 0, count, characters, 0);
            lock (_text)
            {
                int room = Math.Min(decoded, Limit - _text.Length);
                _text.Append(characters, 0, room);
                _isCut |= room < decoded;
            }
        }
    }
}
