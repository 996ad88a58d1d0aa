using System.Globalization;
using System.Security.Cryptography;
using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Compilation;

/// <summary>
/// Compiles submissions in a child process that is limited, kept warm, and replaced when a source kills it or keeps it
/// busy for ever. Submissions are compiled one at a time.
/// </summary>
public sealed class CompilerClient : IDisposable
{
    private readonly System.Threading.Lock _gate = new();
    private readonly CompilationCache _cache;
    private CompilerProcess? _process;
    private int _requests;
    private volatile bool _isAbandoned;

    /// <summary>Makes a client; the child starts with the first request that the cache does not answer.</summary>
    /// <param name="cacheFolder">Where results are kept; several graders may share it.</param>
    public CompilerClient(string cacheFolder) => _cache = new CompilationCache(cacheFolder);

    /// <summary>How much processor time one source may take: a watchdog.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The child's process id; null while there is none.</summary>
    public int? ProcessId => _process?.Id;

    /// <summary>How many requests the child answered, or failed at; what the cache answers does not count.</summary>
    public int Requests => _requests;

    /// <summary>
    /// Starts the child ahead of the first request, so that it loads what it needs while the caller has other things to do.
    /// </summary>
    public void Start()
    {
        lock (_gate)
        {
            _process ??= CompilerProcess.Start();
        }
    }

    /// <summary>Compiles one kata of one submission.</summary>
    /// <param name="root">The folder that holds <c>katas/</c>.</param>
    /// <param name="kata">The kata.</param>
    /// <param name="source">The student's files.</param>
    /// <param name="onMiss">Called as soon as it is clear that the compiler has to be waited for.</param>
    public CompilationResult Compile(string root, KataDefinition kata, SubmissionSource source, Action? onMiss = null)
    {
        if (source.Diagnostics.Count > 0)
        {
            return CompilationResult.Refused(KataStatus.DoesNotCompile, source.Diagnostics);
        }
        return Compile(Request(root, kata, source), onMiss);
    }

    /// <summary>
    /// Sends the sleeps, locks, clocks and the console of an assembly that was built elsewhere through the scheduler, as it is
    /// done with whatever is compiled here. No rule is checked.
    /// </summary>
    /// <param name="assembly">Its path.</param>
    public CompilationResult Rewrite(string assembly) =>
        Compile(
            new CompileRequest
            {
                Id = "",
                Kata = Path.GetFileNameWithoutExtension(assembly),
                OutputFolder = "",
                OptionsFile = "",
                Edit = [],
                Entry = "",
                EntrySignature = "",
                Prebuilt = new PrebuiltAssembly(
                    assembly,
                    Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(assembly)))
                ),
            }
        );

    /// <summary>Compiles what a request says; the client fills in its id and output folder.</summary>
    /// <param name="request">What to compile.</param>
    /// <param name="onMiss">Called as soon as it is clear that the compiler has to be waited for.</param>
    public CompilationResult Compile(CompileRequest request, Action? onMiss = null)
    {
        string key = CompilationCache.Key(request);
        // Before the gate, which is shut while something else is compiled: that wait, too, is to be made use of.
        if (_cache.Find(key) is { } kept)
        {
            return kept;
        }
        onMiss?.Invoke();
        lock (_gate)
        {
            return _cache.Find(key) ?? CompileAnew(key, request);
        }
    }

    /// <summary>
    /// Ends the child at once, whatever it is busy with, for a caller that is about to end and waits for nothing. A
    /// compilation under way ends with <see cref="OperationCanceledException"/>, and so does every later one.
    /// </summary>
    public void Abandon()
    {
        // Not under the gate, which a compilation holds. It looks for the word after it has started a child; we look for
        // the child after we have given the word.
        _isAbandoned = true;
        Interlocked.MemoryBarrier();
        _process?.Kill();
    }

    /// <summary>Ends the child.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _process?.Dispose();
            _process = null;
        }
    }

    private static CompileRequest Request(string root, KataDefinition kata, SubmissionSource source) =>
        new()
        {
            Id = "",
            Kata = kata.Slug,
            OutputFolder = "",
            OptionsFile = Path.GetFullPath(Path.Combine(root, "katas", "options.rsp")),
            Edit = source.Edit,
            Given = GivenSource.Read(kata),
            Allows = kata.Allows,
            Entry = kata.Entry,
            EntrySignature = kata.Signature,
        };

    private CompilationResult CompileAnew(string key, CompileRequest request)
    {
        // Whoever began first, in whatever process, is soon done; to begin as well would be slower.
        using var turn = _cache.TakeTurn(key, Patience, () => _isAbandoned);
        ThrowIfAbandoned();
        if (_cache.Find(key) is { } found)
        {
            return found;
        }
        string draft = _cache.CreateDraft();
        string id = (++_requests).ToString(CultureInfo.InvariantCulture);
        if (_process is { HasExited: true })
        {
            // It ended between two requests: nobody's source is to blame.
            _process.Dispose();
            _process = null;
        }
        _process ??= CompilerProcess.Start();
        Interlocked.MemoryBarrier();
        if (_isAbandoned)
        {
            _process.Kill();
        }
        var reply = _process.Ask(request with { Id = id, OutputFolder = draft }, Patience);
        if (reply.Answer is { } answer && answer.Id == id && answer.Status != CompileStatus.CompilerFailed)
        {
            return _cache.Keep(key, draft, answer);
        }
        Directory.Delete(draft, recursive: true);
        if (reply.Answer is { Status: CompileStatus.CompilerFailed } failure)
        {
            return CompilationResult.Of(failure, draft);
        }
        _process.Dispose();
        _process = null;
        ThrowIfAbandoned();
        string file = request.Edit.Count > 0 ? request.Edit[0].Name : "";
        string explanation = reply.TimedOut
            ? $"The compiler was still busy with this source after {Patience.TotalSeconds:0} s of processor time and was ended. "
                + "Deeply nested lambdas and generic calls do that: give the lambdas' parameters types, or split the expression."
            : $"The compiler crashed on this source: {reply.Ending}. Deeply nested code does that: split it into methods.";
        return CompilationResult.Refused(KataStatus.DoesNotCompile, new Diagnostic(file, 0, 0, "KATA00", explanation));
    }

    private void ThrowIfAbandoned()
    {
        if (_isAbandoned)
        {
            throw new OperationCanceledException("The compiler was ended before it had compiled this source.");
        }
    }
}
