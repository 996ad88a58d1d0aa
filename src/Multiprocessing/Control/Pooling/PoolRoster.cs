using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>The workers of a real pool: starts as many as there should be, and lets go whom nobody needs. The keeper's alone.</summary>
internal sealed class PoolRoster
{
    // So many workers in a row that end before they began are no accident.
    private const int MostFalseStarts = 3;

    // Timers have a limit; to look earlier than needed does no harm.
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    private readonly PoolRoom _room;
    private readonly PoolSetup _setup;
    private readonly PoolSeat[] _seats;
    private readonly ITimer? _timer;
    private int _falseStarts;

    /// <summary>Makes the places; <see cref="Fill"/> brings workers.</summary>
    /// <param name="room">The memory that they share with the pool.</param>
    /// <param name="setup">How the pool was made.</param>
    /// <param name="call">Calls the keeper.</param>
    public PoolRoster(PoolRoom room, PoolSetup setup, Action call)
    {
        (_room, _setup) = (room, setup);
        _seats = [.. Enumerable.Range(0, setup.Sizing.Maximum).Select(static number => new PoolSeat(number))];
        if (setup.Sizing.IsElastic)
        {
            _timer = setup.Sizing.Clock.CreateTimer(
                static call => ((Action)call!)(),
                call,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan
            );
        }
    }

    /// <summary>All places.</summary>
    public IReadOnlyList<PoolSeat> Seats => _seats;

    /// <summary>Who works at this moment.</summary>
    public IReadOnlyList<Process> Workers => [.. _seats.Select(static seat => seat.Process).OfType<Process>()];

    /// <summary>Whether nobody is left.</summary>
    public bool IsEmpty => _seats.All(static seat => seat.Process is null);

    /// <summary>Whether somebody has said something that was not read.</summary>
    public bool HaveAnswered =>
        _seats.Any(seat => seat is { Process: not null, Distrust: null } && !_room.RingOf(seat.Number).IsEmpty);

    /// <summary>For each worker what becomes readable when it ends, in the order of <see cref="Seats"/>.</summary>
    public int[] Watched => [.. Taken.Select(static seat => seat.Watched)];

    private IEnumerable<PoolSeat> Taken => _seats.Where(static seat => seat is { Process: not null, Watched: >= 0 });

    private int Staying => _seats.Count(static seat => seat is { Process: not null, IsRetired: false });

    /// <summary>Who has ended, by what a wait for <see cref="Watched"/> said.</summary>
    public Process[] Gone(bool[] ended) =>
        [
            .. Taken.Zip(ended, static (seat, hasEnded) => hasEnded ? seat.Process : null).OfType<Process>(),
            .. _seats
                .Where(static seat => seat is { Process: not null, Watched: < 0 })
                .Select(static seat => seat.Process!),
        ];

    /// <summary>Starts workers until there are so many.</summary>
    public void Fill(int workers)
    {
        foreach (PoolSeat seat in _seats.Where(static seat => seat.Process is null))
        {
            if (Staying >= workers)
            {
                return;
            }
            seat.Start(_room, _setup);
        }
    }

    /// <summary>Starts whom the waiting tasks need, and lets go who has been idle for long.</summary>
    public void Adjust(int waiting, bool isClosed)
    {
        int minimum = isClosed ? 0 : _setup.Sizing.Minimum;
        int needed = _seats.Count(static seat => seat.IsBusy) + waiting;
        int wanted = Math.Clamp(needed, minimum, _setup.Sizing.Maximum);
        Fill(wanted);
        if (_timer is not null && !isClosed)
        {
            LetGo(Staying - wanted);
        }
    }

    /// <summary>A worker has begun to work.</summary>
    public void Began(PoolSeat seat)
    {
        (seat.IsReady, _falseStarts) = (true, 0);
        seat.IdleSince = _setup.Sizing.Clock.GetTimestamp(); // It may have a task already.
    }

    /// <summary>A worker has done what it had.</summary>
    public void Rest(PoolSeat seat) => seat.Rest(_setup.Sizing.Clock.GetTimestamp());

    /// <summary>A worker has ended.</summary>
    /// <param name="seat">Where it was.</param>
    /// <param name="exitCode">How it ended.</param>
    /// <returns>Why no other one should be started, if there is a reason.</returns>
    public string? Ended(PoolSeat seat, int? exitCode)
    {
        // Somebody who kills workers as they start is none: it is not what the next one would come to by itself.
        bool isKilled = _setup.Initializer is null && exitCode is (-Signals.Kill or -Signals.Terminate);
        _falseStarts += seat.IsReady || isKilled ? 0 : 1;
        return _falseStarts < MostFalseStarts
            ? null
            : $"{_falseStarts} workers in a row ended before they could begin"
                + (_setup.Initializer is null ? "." : ", in the initializer or before it.");
    }

    /// <summary>Reads the large answer of a worker, and gives its memory free.</summary>
    public byte[] ReadLarge(PoolSeat seat, int length)
    {
        byte[] message = GC.AllocateUninitializedArray<byte>(length);
        long place = PoolRoom.LargeAnswerOf(seat.Number);
        _room.Memory.Read(place, message);
        _room.Memory.Discard(place, length);
        return message;
    }

    /// <summary>Ends all workers in the middle of whatever they do, and waits for that.</summary>
    public void EndAll()
    {
        _timer?.Dispose();
        PoolSeat[] left = [.. _seats.Where(static seat => seat.Process is not null)];
        foreach (PoolSeat seat in left)
        {
            seat.Process!.Terminate();
        }
        foreach (PoolSeat seat in left)
        {
            _ = seat.Leave();
        }
    }

    // Those who have been idle longest first.
    private void LetGo(int surplus)
    {
        TimeProvider clock = _setup.Sizing.Clock;
        TimeSpan next = Timeout.InfiniteTimeSpan;
        PoolSeat[] idle =
        [
            .. _seats
                .Where(static seat => seat is { Process: not null, IsReady: true, IsBusy: false, IsRetired: false })
                .OrderBy(static seat => seat.IdleSince)
                .Take(Math.Max(0, surplus)),
        ];
        foreach (PoolSeat seat in idle)
        {
            TimeSpan left = _setup.Sizing.Idle - clock.GetElapsedTime(seat.IdleSince);
            if (left > TimeSpan.Zero)
            {
                next = left < s_longest ? left : s_longest;
                break; // The others have been idle for less.
            }
            seat.IsRetired = true;
            AnswerRing ring = _room.RingOf(seat.Number);
            ring.IsRetired = true;
            _room.Board.Wake(int.MaxValue); // It sleeps, and which of the sleepers it is nobody knows.
        }
        _ = _timer!.Change(next, Timeout.InfiniteTimeSpan);
    }
}
