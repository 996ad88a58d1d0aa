using System.Threading.Channels;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Watching;

namespace ConcurrencyKatas.Cli.Tests.Watching;

public sealed class SavesTests
{
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(60);
    private static readonly SavesOptions s_eager = new()
    {
        Quiet = TimeSpan.FromMilliseconds(5),
        Poll = TimeSpan.FromMilliseconds(10),
        Round = TimeSpan.FromHours(1),
    };

    [Fact]
    public async Task A_file_that_is_written_in_place_is_a_save()
    {
        await using var watched = new Watched(s_eager);
        watched.Course.Student(TestCourse.Rooms, "passes");
        Assert.Equal(TestCourse.Rooms, await watched.SavedAsync());
    }

    [Fact]
    public async Task A_file_that_replaces_another_by_its_name_is_a_save()
    {
        await using var watched = new Watched(s_eager);
        watched.Course.Write($"katas/{TestCourse.Locks}/Spa.cs.tmp", "class Spa;");
        File.Move(
            watched.Course.PathOf($"katas/{TestCourse.Locks}/Spa.cs.tmp"),
            watched.Course.PathOf($"katas/{TestCourse.Locks}/Spa.cs"),
            overwrite: true
        );
        Assert.Equal(TestCourse.Locks, await watched.SavedAsync());
    }

    [Fact]
    public async Task A_file_that_is_put_away_first_and_written_anew_is_a_save_only_when_it_is_back()
    {
        await using var watched = new Watched(s_eager);
        var file = watched.Course.PathOf($"katas/{TestCourse.Rooms}/Spa.cs");
        File.Move(file, $"{file}~");
        Assert.Equal(0, watched.Saves.Look());
        watched.Course.Student(TestCourse.Rooms, "passes");
        Assert.Equal(TestCourse.Rooms, await watched.SavedAsync());
    }

    [Fact]
    public async Task Whatever_is_written_later_is_seen_later()
    {
        await using var watched = new Watched(s_eager);
        watched.Course.Student(TestCourse.Rooms, "half");
        await watched.SavedAsync();
        watched.Course.Student(TestCourse.Rooms, "whole");
        Assert.Equal(TestCourse.Rooms, await watched.SavedAsync());
    }

    [Fact]
    public async Task The_same_text_written_again_is_a_save()
    {
        await using var watched = new Watched(s_eager with { Listen = Deaf });
        var file = watched.Course.PathOf($"katas/{TestCourse.Rooms}/Spa.cs");
        File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(1, watched.Saves.Look());
        Assert.Equal(0, watched.Saves.Look());
    }

    [Fact]
    public async Task A_file_that_no_kata_names_is_no_save()
    {
        await using var watched = new Watched(s_eager with { Listen = Deaf });
        watched.Course.Write($"katas/{TestCourse.Rooms}/.Spa.cs.swp", "x");
        watched.Course.Write($"katas/{TestCourse.Rooms}/README.md", "x");
        Assert.Equal(0, watched.Saves.Look());
    }

    [Fact]
    public async Task Where_the_system_refuses_to_tell_files_are_looked_at_and_a_sentence_says_so()
    {
        await using var watched = new Watched(
            s_eager with
            {
                Listen = (_, _) => throw new IOException("The limit of watches has been reached."),
            }
        );
        Assert.Equal(
            "The limit of watches has been reached. Saves are looked for every 0.01 s instead; that works as well.",
            await watched.ToldAsync()
        );
        watched.Course.Student(TestCourse.Rooms, "passes");
        Assert.Equal(TestCourse.Rooms, await watched.SavedAsync());
    }

    [Fact]
    public async Task Where_the_system_never_tells_that_is_noticed()
    {
        await using var watched = new Watched(s_eager with { Listen = Deaf, Round = TimeSpan.FromMilliseconds(10) });
        watched.Course.Student(TestCourse.Rooms, "passes");
        Assert.Equal(TestCourse.Rooms, await watched.SavedAsync());
        Assert.StartsWith(
            "A file was saved and the system did not tell.",
            await watched.ToldAsync(),
            StringComparison.Ordinal
        );
        watched.Course.Student(TestCourse.Rooms, "deadlock");
        Assert.Equal(TestCourse.Rooms, await watched.SavedAsync());
    }

    [Fact]
    public async Task A_system_that_tells_late_once_is_still_listened_to()
    {
        using var course = new TestCourse();
        List<string> seen = [];
        var third = new TaskCompletionSource<string[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        Action changed = () => { };
        var options = s_eager with
        {
            Round = TimeSpan.FromMilliseconds(20),
            Listen = (_, told) =>
            {
                changed = told;
                return new MemoryStream();
            },
        };
        var repository = new Repository(course.Root);
        await using var saves = new Saves(repository.Katas, Catalogue.Read(repository).Katas, options, Saved, seen.Add);
        course.Student(TestCourse.Locks, "0");
        // What was said up to then; that nobody told of the third may well be said a moment later.
        string[] said = await third.Task.WaitAsync(s_watchdog, TestContext.Current.CancellationToken);
        Assert.Equal([TestCourse.Locks, TestCourse.Locks, TestCourse.Locks], said);

        // One save that nobody told of, one that is told of while the word of the first is waited for, one more.
        void Saved(Kata kata)
        {
            seen.Add(kata.Name);
            if (seen.Count >= 3)
            {
                third.TrySetResult([.. seen]);
                return;
            }
            course.Student(TestCourse.Locks, $"{seen.Count}");
            if (seen.Count == 1)
            {
                changed();
            }
        }
    }

    private static IDisposable Deaf(string folder, Action changed) => new MemoryStream();

    /// <summary>A course whose saves are watched.</summary>
    private sealed class Watched : IAsyncDisposable
    {
        private readonly Channel<string> _saved = Channel.CreateUnbounded<string>();
        private readonly Channel<string> _told = Channel.CreateUnbounded<string>();

        public Watched(SavesOptions options)
        {
            var repository = new Repository(Course.Root);
            Saves = new Saves(
                repository.Katas,
                Catalogue.Read(repository).Katas,
                options,
                kata => _saved.Writer.TryWrite(kata.Name),
                sentence => _told.Writer.TryWrite(sentence)
            );
        }

        public TestCourse Course { get; } = new();

        public Saves Saves { get; }

        public Task<string> SavedAsync() => NextAsync(_saved);

        public Task<string> ToldAsync() => NextAsync(_told);

        public async ValueTask DisposeAsync()
        {
            await Saves.DisposeAsync();
            Course.Dispose();
        }

        private static Task<string> NextAsync(Channel<string> channel) =>
            channel
                .Reader.ReadAsync(TestContext.Current.CancellationToken)
                .AsTask()
                .WaitAsync(s_watchdog, TestContext.Current.CancellationToken);
    }
}
