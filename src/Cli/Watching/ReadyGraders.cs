using System.ComponentModel;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;

namespace ConcurrencyKatas.Cli.Watching;

/// <summary>
/// Graders that get ready while somebody types: the framework is loaded and warm workers stand by, so that a save has only to be
/// compiled and explored.
/// </summary>
internal sealed class ReadyGraders(Surroundings here) : IAsyncDisposable
{
    private Kata? _kata;
    private string _definition = "";
    private StartedGraders? _graders;
    private Task _ending = Task.CompletedTask;

    /// <summary>Starts some for the next save of this kata, unless there are some already.</summary>
    public void Prepare(Kata kata)
    {
        if (_graders is not null && IsFor(kata))
        {
            return;
        }
        End();
        _kata = kata;
        _definition = Definition(kata);
        try
        {
            _graders = StartedGraders.Start(here, GradersRequest.OfStudent(here.Repository, [kata]), wait: true);
        }
        catch (Exception e) when (e is UserError or IOException or UnauthorizedAccessException)
        {
            // Time is lost, and no more: the next grading starts its own, and tells why it cannot.
            _graders = null;
        }
    }

    /// <summary>Hands over those for this kata; null when there are none.</summary>
    public StartedGraders? Take(Kata kata)
    {
        if (!IsFor(kata))
        {
            End();
        }
        var graders = _graders;
        _graders = null;
        return graders;
    }

    /// <summary>Ends them.</summary>
    public async ValueTask DisposeAsync()
    {
        End();
        await _ending;
    }

    // They have read what the kata is like; and they may have been ended by somebody else.
    private bool IsFor(Kata kata) =>
        kata.Name == _kata?.Name
        && _graders is { Process.HasEnded: false } graders
        && Directory.Exists(graders.Folder.Results)
        && _definition == Definition(kata);

    private static string Definition(Kata kata)
    {
        try
        {
            return File.ReadAllText(kata.FullPath("kata.json"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // Nobody waits for the end of those that are not needed.
    private void End()
    {
        if (_graders is { } graders)
        {
            _graders = null;
            _ending = Task.WhenAll(_ending, Task.Run(() => EndAsync(graders)));
        }
    }

    private static async Task EndAsync(StartedGraders graders)
    {
        try
        {
            using (graders)
            {
                await graders.Process.EndAsync();
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or IOException)
        {
            // It has ended by itself meanwhile, and nobody needs it.
            return;
        }
    }
}
