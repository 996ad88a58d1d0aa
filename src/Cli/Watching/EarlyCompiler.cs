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

    public void WarmUp() => _ = Then(_compiler.Start);

    public Task CompileAsync(Kata kata) =>
        Then(() =>
        {
            var definition = KataDefinition.Load(repository.Root, kata.Name);
            _compiler.Compile(repository.Root, definition, SubmissionSource.Read(definition.Folder, definition));
        });

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
