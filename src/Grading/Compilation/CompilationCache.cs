using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Grading.Compilation;

/// <summary>
/// Compiled katas on disk, by the hash of all that they are made from. An entry is a folder that is renamed into place, so
/// several graders can share a cache; no student code may be able to write there.
/// </summary>
public sealed class CompilationCache
{
    private const string AnswerFile = "answer.json";

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(5);

    private readonly string _folder;

    /// <summary>Uses a folder, which is made when it is missing.</summary>
    public CompilationCache(string folder) => _folder = Directory.CreateDirectory(folder).FullName;

    /// <summary>The key of a request: its text, the options, and the builds of the compiler and of what it compiles against.</summary>
    internal static string Key(CompileRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData([.. Encoding.UTF8.GetBytes(text), 0]);

        var bare = request with { Id = "", OutputFolder = "", OptionsFile = "" };
        Add(JsonSerializer.Serialize(bare, ProtocolJson.Default.CompileRequest));
        Add(File.Exists(request.OptionsFile) ? File.ReadAllText(request.OptionsFile) : "");
        Add(Environment.Version.ToString());
        Add(typeof(CompileRequest).Module.ModuleVersionId.ToString());
        Add(typeof(Seam).Module.ModuleVersionId.ToString());
        Add(typeof(Mark).Module.ModuleVersionId.ToString());
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>A new folder for the compiler to write to, to be given to <see cref="Keep"/> or removed.</summary>
    internal string CreateDraft() =>
        Directory.CreateDirectory(Path.Combine(_folder, $".draft-{Guid.NewGuid():N}")).FullName;

    /// <summary>
    /// Waits while another process is making what is to be kept under a key. Dispose of what is returned when it has been
    /// kept, or given up; the end of a process does so too.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="patience">After this long nobody is waited for any more: two that make the same do no harm.</param>
    /// <param name="isGivenUp">Whether the caller wants the turn no more.</param>
    internal IDisposable? TakeTurn(string key, TimeSpan patience, Func<bool> isGivenUp)
    {
        string path = Path.Combine(Directory.CreateDirectory(_folder).FullName, $".turn-{key}");
        long began = Environment.TickCount64;
        do
        {
            try
            {
                return new FileStream(
                    path,
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    bufferSize: 1,
                    FileOptions.DeleteOnClose
                );
            }
            // Another process holds it.
            catch (IOException)
            {
                Thread.Sleep(s_look);
            }
        } while (!isGivenUp() && Environment.TickCount64 - began < patience.TotalMilliseconds);
        return null;
    }

    /// <summary>The result that is kept under a key, if there is a whole one.</summary>
    internal CompilationResult? Find(string key)
    {
        string entry = Path.Combine(_folder, key);
        string path = Path.Combine(entry, AnswerFile);
        if (Read(path) is not { } answer)
        {
            return null;
        }
        var result = CompilationResult.Of(answer, entry);
        bool isWhole =
            result.Compiled is not { } kata
            || (File.Exists(kata.Assembly) && (kata.Symbols is null || File.Exists(kata.Symbols)));
        return isWhole ? result : null;
    }

    private static CompileAnswer? Read(string path)
    {
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize(File.ReadAllText(path), ProtocolJson.Default.CompileAnswer)
                : null;
        }
        // Another grader has found the entry broken and takes it away.
        catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Keeps a draft with its answer under a key. Whoever comes second uses what the first has kept.</summary>
    internal CompilationResult Keep(string key, string draft, CompileAnswer answer)
    {
        File.WriteAllText(
            Path.Combine(draft, AnswerFile),
            JsonSerializer.Serialize(answer, ProtocolJson.Default.CompileAnswer)
        );
        string entry = Path.Combine(_folder, key);
        if (Directory.Exists(entry) && Find(key) is null)
        {
            Directory.Move(entry, $"{draft}-broken");
            Directory.Delete($"{draft}-broken", recursive: true);
        }
        try
        {
            Directory.Move(draft, entry);
        }
        catch (IOException) when (Directory.Exists(entry))
        {
            Directory.Delete(draft, recursive: true);
        }
        return CompilationResult.Of(answer, entry);
    }
}
