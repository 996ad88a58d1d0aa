using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

public sealed unsafe class SessionTests
{
    private const int LogBytes = 1 << 20;

    [Fact]
    public void Memory_without_a_session_cannot_be_attached()
    {
        using var memory = SharedMemory.Create(Session.SegmentLength);
        Assert.Throws<InvalidOperationException>(() => Session.Attach(memory));
    }

    [Fact]
    public void A_segment_that_is_too_short_is_refused()
    {
        using var memory = SharedMemory.Create(Session.SegmentLength);
        Assert.Throws<ArgumentOutOfRangeException>(() => Session.Initialise(memory, 1));
    }

    [Fact]
    public void A_segment_that_is_initialised_again_is_empty() =>
        InSession(session =>
        {
            var gate = new Lock("gate");
            gate.Acquire();
            _ = session.RegisterProcess(17, 0, "child");
            byte* arena = session.Slot(Session.ArenaBase + (3 * Session.ArenaSize));
            *arena = 1;
            byte* second = session.Slot(Session.ArenaBase + (3 * Session.ArenaSize) + SlotLayout.Size);
            *second = 1;
            EventLog.Record(new Operation(OperationKind.Mark, Text: "a\tb"));
            byte* slot = session.Slot(gate.Offset);
            Session.Initialise(session.Memory, LogBytes);
            Assert.Equal((0, 0, 0), (*arena, *second, *(int*)slot));
            Assert.Equal(0, session.Processes.Used);
            Assert.Empty(EventLog.Read(session.Memory));
            Assert.Equal(gate.Offset, session.AllocateSlot());
        });

    [Fact]
    public void The_memory_behind_a_segment_that_is_initialised_again_is_zero_and_given_out_anew() =>
        InSession(session =>
        {
            int page = session.Bulk.Allocate(100_000);
            new Span<byte>(session.Bulk.At(page, 100_000), 100_000).Fill(7);
            Assert.Throws<ArgumentOutOfRangeException>(() => (nint)session.Bulk.At(page + 1, 100_000));
            Assert.Throws<InvalidOperationException>(() => session.Bulk.Allocate(1L << 40));
            Session.Initialise(session.Memory, LogBytes);
            Session again = Session.Attach(session.Memory);
            Assert.Equal(page, again.Bulk.Allocate(100_000));
            Assert.False(new Span<byte>(again.Bulk.At(page, 100_000), 100_000).ContainsAnyExcept((byte)0));
        });

    [Theory]
    [InlineData(0)]
    [InlineData(Session.ArenaBase + 1)]
    [InlineData(Session.SegmentLength)]
    public void A_place_where_no_slot_begins_is_refused(int offset) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => (nint)Session.Current.Slot(offset));

    [Fact]
    public void The_process_table_tells_a_slot_s_second_process_from_its_first() =>
        InSession(session =>
        {
            ProcessTable table = session.Processes;
            int first = table.Register(11, 0, "first");
            int word = table.OwnerWord(first);
            for (int slot = table.Used; slot < ProcessTable.Capacity; slot++)
            {
                Assert.Equal(slot, table.Register(slot, 0, "filler"));
            }
            Assert.Throws<InvalidOperationException>(() => table.Register(1, 0, "one too many"));
            table.Ended(first, -9);
            Assert.Equal(new ProcessEntry(first, 11, 0, "first", 1, ProcessState.Ended, -9), table.Read(first));
            Assert.Equal("first", table.OwnerOf(word)?.Name);
            Assert.Equal(first, table.Register(12, 0, "second"));
            Assert.Null(table.OwnerOf(word));
            Assert.Equal("second", table.OwnerOf(table.OwnerWord(first))?.Name);
        });

    [Fact]
    public void A_full_process_table_forgets_who_ended_in_turn() =>
        InSession(session =>
        {
            ProcessTable table = session.Processes;
            while (table.Used < ProcessTable.Capacity)
            {
                _ = table.Register(1, 0, "filler");
            }
            int[] ended = [3, 5, 8];
            Array.ForEach(ended, slot => table.Ended(slot, 0));
            foreach (int expected in (int[])[3, 5, 8, 3, 5])
            {
                Assert.Equal(expected, table.Register(2, 0, "again"));
                table.Ended(expected, 0); // The first that is free, and yet not the next one's.
            }
        });

    [Fact]
    public void A_lock_of_a_controlled_process_names_its_actor() =>
        InSession(session =>
        {
            session.Processes.RegisterAt(5, 1005, 0, "guest-5");
            session.Become(5);
            var gate = new Lock();
            gate.Acquire();
            Assert.Equal("Lock(owner: guest-5)", gate.ToString());
        });

    [Fact]
    public void Events_of_all_processes_stand_in_one_order() =>
        InSession(session =>
        {
            var turn = new Lock();
            Process[] writers = [.. Enumerable.Range(1, 3).Select(number => new Process(Write, turn, number))];
            Array.ForEach(writers, writer => writer.Start());
            Array.ForEach(writers, writer => writer.JoinWatched());
            IReadOnlyList<LoggedEvent> events = EventLog.Read(session.Memory);
            LoggedEvent[] marks = [.. events.Where(one => one.Kind == OperationKind.Mark)];
            Assert.Equal(3 * 2 * 50, marks.Length);
            // Under the lock nobody comes between in and out.
            Assert.All(
                marks.Chunk(2),
                pair => Assert.Equal((pair[0].Pid, "in", "out"), (pair[1].Pid, What(pair[0]), What(pair[1])))
            );
            Assert.Equal(0, EventLog.Dropped(session.Memory));
        });

    [Fact]
    public void The_life_of_a_child_is_in_the_log_start_before_begin_before_end() =>
        InSession(session =>
        {
            using var child = new Process(Children.Throw, "on purpose") { Name = "thrower" };
            child.Start();
            child.JoinWatched();
            int pid = child.Id ?? 0;
            Assert.Equal(
                [
                    new LoggedEvent(OperationKind.Start, 0, Environment.ProcessId, pid, "thrower"),
                    new LoggedEvent(OperationKind.Begin, 1, pid, 0, "thrower"),
                    new LoggedEvent(OperationKind.End, 1, pid, 1, "thrower"),
                ],
                EventLog.Read(session.Memory)
            );
            Assert.Equal(ProcessState.Ended, session.Processes.Read(1)?.State);
        });

    [Fact]
    public void Texts_of_any_length_come_back_cut_at_the_limit() =>
        InSession(session =>
        {
            string[] texts =
            [
                .. new[] { 0, 99, 100, 101, 224, 225, 1000, 3000 }.Select(length => new string('x', length)),
            ];
            foreach (string text in texts)
            {
                EventLog.Record(new Operation(OperationKind.Mark, Text: text, Argument: text.Length));
            }
            EventLog.Record(new Operation(OperationKind.Mark, Text: new string('é', 5000)));
            IReadOnlyList<LoggedEvent> events = EventLog.Read(session.Memory);
            Assert.Equal(texts, events.Take(texts.Length).Select(one => one.Text));
            Assert.Equal(new string('é', EventLog.TextCapacity / 2), events[^1].Text);
        });

    [Fact]
    public void A_full_log_counts_what_it_drops_and_keeps_the_rest() =>
        InSession(
            session =>
            {
                for (int number = 0; number < 100; number++)
                {
                    EventLog.Record(new Operation(OperationKind.Mark, Argument: number));
                }
                Assert.Equal(Enumerable.Range(0, 31), EventLog.Read(session.Memory).Select(one => (int)one.Argument));
                Assert.Equal(69, EventLog.Dropped(session.Memory));
            },
            32 * 128
        );

    [Fact]
    public void A_log_that_was_damaged_is_read_without_leaving_it() =>
        InSession(session =>
        {
            EventLog.Record(new Operation(OperationKind.Mark, Text: "a"));
            new Random(7).NextBytes(new Span<byte>(session.Memory.Base + Session.SegmentLength, LogBytes));
            Assert.NotNull(EventLog.Read(session.Memory));
        });

    private static string What(LoggedEvent mark) => mark.Text.Split('\t')[1];

    private static void Write(Lock turn, int number)
    {
        for (int time = 0; time < 50; time++)
        {
            using (turn.Enter())
            {
                EventLog.Record(new Operation(OperationKind.Mark, ObjectSpace.Mark, Text: $"{number}\tin"));
                EventLog.Record(new Operation(OperationKind.Mark, ObjectSpace.Mark, Text: $"{number}\tout"));
            }
        }
    }

    /// <summary>Makes another session the one of this process for the length of a test, as a grader's worker would.</summary>
    private static void InSession(Action<Session> test, long logBytes = LogBytes)
    {
        Session outer = Session.Current;
        int self = outer.Self;
        using var memory = SharedMemory.Create(Session.SegmentLength + logBytes);
        using var sentinel = Sentinel.Create();
        Session.Initialise(memory, logBytes);
        try
        {
            Session session = Session.Attach(memory, sentinel.ReadEnd);
            session.Become(session.RegisterProcess(Environment.ProcessId, -1, "MainProcess"));
            test(session);
        }
        finally
        {
            Session.Attach(outer.Memory, outer.SentinelDescriptor).Become(self);
        }
    }
}
