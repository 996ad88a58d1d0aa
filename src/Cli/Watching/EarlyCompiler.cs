using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Grading.Compilation;

namespace ConcurrencyKatas.Cli.Watching;

/// <summary>A warm compiler that lives as long as the watch.</summary>
/// <remarks>
/// It decides nothing: the Graders compile what they do not find in the cache, and report what does not compile. So a
/// failure here costs time only, and each is passed over.
/// </remarks>
internal sealed class EarlyCompiler(Repository repository) : IEarlyCompiler
{
    private readonly CompilerClient _compiler = new(Path.Combine(repository.Artifacts, "compiled"));
    private Task _last = Task.CompletedTask;

    public void WarmUp() => _ = Then(_compiler.Start);

    public Task CompileAsync(Kata kata) =>
        Then(() =>
        {
            var definition = KataDefinition.Load(repository.Root, kata.Name);
            _compiler.Compile(repository.Root, definition, SubmissionSource.Read(definition.Folder, definition));
        });

    public void Dispose()
    {
        _last.Wait();
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
                catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
                {
                    // A file that is being replaced, a broken kata.json: the Graders say so.
                    return;
                }
            },
            TaskScheduler.Default
        );
}
