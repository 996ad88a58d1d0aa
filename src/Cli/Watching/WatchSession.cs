using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Watching;

/// <summary>
/// A watch from its first line to its last. Saves, keys and results are events; they are acted upon one at a time, so
/// nothing here is shared between threads but the queue of events.
/// </summary>
internal sealed class WatchSession(Surroundings here, Catalogue catalogue, IEarlyCompiler compiler, Kata? only)
{
    private readonly Channel<WatchEvent> _events = Channel.CreateUnbounded<WatchEvent>();
    private readonly List<Kata> _wanted = [];
    private readonly System.Collections.Generic.Queue<char> _keys = [];
    private readonly WatchView _view = new(here, here.Keyboard.IsTerminal);
    private readonly ReadyGraders _ready = new(here);
    private Kata? _only = only;
    private Kata? _at = only;
    private WatchWork? _work;
    private WatchReplays _replays = WatchReplays.None;
    private bool _quits;
    private bool _inputEnded;

    /// <summary>Runs it until somebody quits or the input ends.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        compiler.WarmUp();
        await using var saves = new Saves(
            here.Repository.Katas,
            catalogue.Katas,
            here.Saves,
            kata => Post(new WatchEvent.Saved(kata)),
            sentence => Post(new WatchEvent.Told(sentence))
        );
        // Not before: what is saved from this line on is noticed.
        var standing = ReadStanding();
        _view.Begin(_only, standing);
        if (_only is not null)
        {
            Want(_only);
        }
        else if (standing.AtHand is { } atHand)
        {
            _ready.Prepare(atHand);
        }
        var keys = ReadKeysAsync(end.Token);
        try
        {
            BeginWork(end.Token);
            while (!IsOver())
            {
                Act(await _events.Reader.ReadAsync(cancellation), saves);
                BeginWork(end.Token);
            }
            return ExitCodes.Passed;
        }
        finally
        {
            await end.CancelAsync();
            await (_work?.Task ?? Task.CompletedTask);
            await keys;
            _work?.Dispose();
            await _ready.DisposeAsync();
        }
    }

    // What was saved before the input ended is still graded.
    private bool IsOver() =>
        _quits
        || (_inputEnded && _work is null && _wanted.Count == 0 && _keys.Count == 0 && !_events.Reader.TryPeek(out _));

    private void Act(WatchEvent what, Saves saves)
    {
        switch (what)
        {
            case WatchEvent.Saved { Kata: var kata } when _only is null || kata.Name == _only.Name:
                Want(kata);
                break;
            case WatchEvent.Key { Character: 'q' or 'Q' }:
                _quits = true;
                break;
            case WatchEvent.Key { Character: var character }:
                _keys.Enqueue(char.ToLowerInvariant(character));
                break;
            case WatchEvent.Done { Result: var result }:
                Finish(result);
                break;
            case WatchEvent.InputEnded:
                saves.Look();
                _inputEnded = true;
                break;
            case WatchEvent.Told { Sentence: var sentence }:
                here.Error.WriteDrawing(sentence);
                break;
            case WatchEvent.Broke { Problem: var problem }:
                ExceptionDispatchInfo.Throw(problem);
                break;
        }
    }

    private void Want(Kata kata)
    {
        if (_work is { } work && (work.IsReplay || work.Kata.Name == kata.Name))
        {
            work.Abandon();
        }
        if (_wanted.TrueForAll(k => k.Name != kata.Name))
        {
            _wanted.Add(kata);
        }
    }

    // The screen belongs to the work that is under way; keys wait until it is done, which takes a second or two.
    private void BeginWork(CancellationToken cancellation)
    {
        while (_work is null && !_quits && _wanted.Count == 0 && _keys.TryDequeue(out var key))
        {
            Answer(key, cancellation);
        }
        if (_work is null && !_quits && _wanted is [var kata, ..])
        {
            _wanted.RemoveAt(0);
            Begin(kata, GradersRequest.OfStudent(here.Repository, [kata]), cancellation);
        }
    }

    private void Begin(Kata kata, GradersRequest request, CancellationToken cancellation)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var work = new WatchWork(kata, request.IsReplay, ProgressStore.Contents([kata]), source);
        _view.Begin(work);
        _at = kata;
        _work = work;
        work.Task = Task.Run(
            async () =>
            {
                try
                {
                    if (!request.IsReplay)
                    {
                        // Graders that find nothing in the cache start a cold compiler of their own, which takes longer.
                        await compiler.CompileAsync(kata.Name).WaitAsync(source.Token);
                    }
                    source.Token.ThrowIfCancellationRequested();
                    var ready = request.IsReplay ? null : _ready.Take(kata);
                    Post(new WatchEvent.Done(await ShownRun.RunAsync(here, request, source.Token, ready)));
                }
                catch (OperationCanceledException) when (source.IsCancellationRequested)
                {
                    // Nobody waits for the compiler any more.
                    Post(new WatchEvent.Done(new GradingResult([], Interrupted: true)));
                }
                catch (Exception problem)
                {
                    // Thrown again where the events are acted upon.
                    Post(new WatchEvent.Broke(problem));
                }
            },
            CancellationToken.None
        );
    }

    private void Finish(GradingResult result)
    {
        using var work = _work!;
        _work = null;
        if (work.IsOutdated || result.Interrupted)
        {
            return;
        }
        if (work.IsReplay)
        {
            _view.Replayed(result);
            return;
        }
        ProgressStore.Remember(here.Repository, result, work.Tested);
        _replays = WatchReplays.Of(work.Kata, result);
        _view.Graded(result, ReadStanding());
        if (!_quits && !_inputEnded)
        {
            _ready.Prepare(work.Kata);
        }
    }

    private void Answer(char key, CancellationToken cancellation)
    {
        switch (key)
        {
            case 'n':
                var standing = ReadStanding();
                _at = standing.Next ?? _at;
                _only = _only is null ? null : _at;
                _view.Answer(console => NextView.Write(console, here.Repository, standing));
                if (_at is not null)
                {
                    _ready.Prepare(_at);
                }
                break;
            case 'h' when (_at ?? ReadStanding().AtHand) is { } kata:
                _view.Answer(console => HintView.WriteNext(console, here.Repository, kata));
                break;
            case 'l':
                _view.Answer(console => new CourseMap(console, ReadStanding()).Write());
                break;
            case 'r' when _replays.Next() is var (kata, token):
                var request = GradersRequest.OfStudent(here.Repository, [kata]) with { Replay = token };
                Begin(kata, request, cancellation);
                break;
            case 'r':
                _view.Answer(console => console.WriteDrawing("There is no failing run to replay."));
                break;
            default:
                _view.WriteKeys();
                break;
        }
    }

    private async Task ReadKeysAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var key in here.Keyboard.KeysAsync(cancellation))
            {
                Post(new WatchEvent.Key(key));
            }
            Post(new WatchEvent.InputEnded());
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The watch is over.
            return;
        }
    }

    private Standing ReadStanding() => Standing.Read(here.Repository, catalogue);

    private void Post(WatchEvent what) => _events.Writer.TryWrite(what);
}
