using System.ComponentModel;
using System.Text.Json;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Grading.Compilation;

namespace ConcurrencyKatas.Cli.Watching;

/// <summary>A compiler that is under way before the Graders are, and stays warm as long as a watch does.</summary>
/// <remarks>
/// It decides nothing: the Graders compile what they do not find in the cache, and report what does not compile. So a
/// failure here costs time only, and each is passed over.
/// </remarks>
internal sealed class EarlyCompiler(Repository repository) : IEarlyCompiler
{
    private readonly CompilerClient _compiler = new(Path.Combine(repository.Artifacts, "compiled"))
    {
        // A source that keeps the compiler busy for longer keeps the Graders' busy, too, and they tell: it is not to be waited
        // for twice.
        Patience = TimeSpan.FromSeconds(10),
    };
    private Task _last = Task.CompletedTask;

    // What was begun before anybody asked for it; whoever does is given that, or a source that fails would fail twice.
    private string? _begun;

    /// <summary>
    /// For <c>test KATA</c>, whose answer waits for nothing longer than for the compiler: it is under way before the command line
    /// has been read, and what is wrong with that is told by whoever reads it.
    /// </summary>
    /// <returns>Null for any other command.</returns>
    public static EarlyCompiler? For(IReadOnlyList<string> arguments)
    {
        if (arguments is not ["test", [not '-', ..] kata, ..])
        {
            return null;
        }
        try
        {
            var compiler = new EarlyCompiler(Repository.Around(AppContext.BaseDirectory));
            _ = compiler.CompileAsync(kata);
            // There is no second save: its memory and its end are not to be waited for when the answer has been shown.
            _ = compiler.Then(compiler._compiler.Dispose);
            compiler._begun = kata;
            return compiler;
        }
        catch (Exception e) when (e is UserError or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void WarmUp() => _ = Then(_compiler.Start);

    public Task CompileAsync(string kata)
    {
        if (_begun == kata)
        {
            _begun = null;
            return _last;
        }
        return Then(() =>
        {
            var definition = KataDefinition.Load(repository.Root, kata);
            _compiler.Compile(repository.Root, definition, SubmissionSource.Read(definition.Folder, definition));
        });
    }

    // Whoever quits waits for no compilation.
    public void Dispose()
    {
        _compiler.Abandon();
        // Does not throw what the work threw: whoever waited for the work has seen it.
        Task.WaitAny(_last);
        _compiler.Dispose();
    }

    private Task Then(Action step) =>
        _last = _last.ContinueWith(
            _ =>
            {
                try
                {
                    step();
                }
                catch (Exception e)
                    when (e
                            is IOException
                                or InvalidDataException
                                or UnauthorizedAccessException
                                or JsonException
                                or Win32Exception
                                or OperationCanceledException
                    )
                {
                    // A file that is being replaced, a broken kata.json, a compiler that answers nonsense or cannot be
                    // started: the Graders say so. Or the watch is over.
                    return;
                }
            },
            TaskScheduler.Default
        );
}
