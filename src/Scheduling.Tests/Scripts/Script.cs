using System.Text;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What one actor does, as a list of instructions. Begin, Return (of main) and End are added by the stage.</summary>
internal sealed class Script(string name)
{
    public string Name { get; } = name;

    public List<Instruction> Instructions { get; } = [];

    public int ExitCode { get; set; }

    public Script Acquire(int slot, long timeout = -1, int skipIfTimedOut = 0) =>
        Add(new Instruction(Operation.OnSlot(OperationKind.Acquire, slot, timeout), -1, skipIfTimedOut));

    /// <summary>Tries to acquire; on failure the next <paramref name="skip"/> instructions are left out.</summary>
    public Script Try(int slot, int skip = 0) => Acquire(slot, 0, skip);

    /// <summary>Tries to acquire; on success the next <paramref name="skip"/> instructions are left out.</summary>
    public Script Unless(int slot, int skip) =>
        Add(new Instruction(Operation.OnSlot(OperationKind.Acquire, slot, 0)) { SkipIfDone = skip });

    public Script Release(int slot) => Add(new Instruction(Operation.OnSlot(OperationKind.Release, slot)));

    /// <summary>Gives a lock back that was taken over, so that the next one is told too.</summary>
    public Script Leave(int slot) =>
        Add(new Instruction(Operation.OnSlot(OperationKind.Release, slot) with { Argument = 1 }));

    public Script Mark(string what, string on = "m") =>
        Add(new Instruction(new Operation(OperationKind.Mark, ObjectSpace.Mark, Text: $"{on}\t{what}")));

    public Script Start(int script) => Add(new Instruction(new Operation(OperationKind.Start), script));

    /// <summary>Starts a child that gets these ends of pipes.</summary>
    public Script StartWith(int script, params PipeEnd[] ends) => Add(new Instruction(Act.StartWith(ends), script));

    public Script Send(PipeEnd through, string message = "x") =>
        Add(
            new Instruction(Act.OnPipe(OperationKind.Send, through) with { Payload = Encoding.UTF8.GetBytes(message) })
        );

    /// <summary>Sends a message that reads well.</summary>
    public Script SendValue(PipeEnd through, object message) =>
        Add(new Instruction(Act.OnPipe(OperationKind.Send, through) with { Payload = Wire.Encode(message) }));

    /// <summary>Receives a message; at the end of all messages the next <paramref name="skip"/> instructions are left out.</summary>
    public Script Receive(PipeEnd from, int skip = 0)
    {
        Add(new Instruction(Act.OnPipe(OperationKind.Receive, from), -1, 1 + skip));
        return Add(new Instruction(Act.OnPipe(OperationKind.Take, from)));
    }

    public Script Poll(PipeEnd at, long timeout = 0, int skip = 0) =>
        Add(new Instruction(Act.OnPipe(OperationKind.Poll, at) with { Timeout = timeout }, -1, skip));

    public Script CloseEnd(PipeEnd end) => Add(new Instruction(Act.OnPipe(OperationKind.Close, end)));

    public Script WaitAny(long timeout, params PipeEnd[] watched) =>
        Add(new Instruction(Act.WaitAny(timeout, watched)));

    public Script StartThread(int script) =>
        Add(new Instruction(new Operation(OperationKind.Start, Argument: Operation.Thread), script));

    public Script StartDaemon(int script) =>
        Add(new Instruction(new Operation(OperationKind.Start, Argument: Operation.Daemon), script));

    public Script StartDetached(int script) =>
        Add(new Instruction(new Operation(OperationKind.Start, Argument: Operation.Detached), script));

    /// <summary>Asks whether an actor, not necessarily a child, is alive.</summary>
    public Script IsActorAlive(int actor) => Add(new Instruction(Operation.OnActor(OperationKind.IsAlive, actor)));

    /// <summary>Waits for the end of any process, for instance of the one that started this.</summary>
    public Script JoinActor(int actor) => Add(new Instruction(Operation.OnActor(OperationKind.Join, actor)));

    /// <summary>Ends a child where it stands.</summary>
    public Script Terminate(int child) =>
        Add(new Instruction(new Operation(OperationKind.Terminate, ObjectSpace.Actor, Argument: 15), child));

    public Script Put(int slot, string item = "x", long timeout = -1, int skip = 0) =>
        Add(
            new Instruction(
                Operation.OnSlot(OperationKind.Put, slot, timeout) with
                {
                    Payload = Encoding.UTF8.GetBytes(item),
                },
                -1,
                skip
            )
        );

    /// <summary>Puts an item that reads well.</summary>
    public Script PutValue(int slot, object item, long timeout = -1) =>
        Add(new Instruction(Operation.OnSlot(OperationKind.Put, slot, timeout) with { Payload = Wire.Encode(item) }));

    /// <summary>Says that an item has been dealt with.</summary>
    public Script TaskDone(int slot) => Add(new Instruction(Operation.OnSlot(OperationKind.TaskDone, slot)));

    /// <summary>Reads a shared value, or how many items a queue holds.</summary>
    public Script Read(int slot, int index = 0) => Add(new Instruction(Act.OnCell(OperationKind.Read, slot, index)));

    public Script Write(int slot, int value, int index = 0) =>
        Add(new Instruction(Act.OnCell(OperationKind.Write, slot, index, Wire.Encode(value))));

    public Script Sum(int slot, int delta, int index = 0) =>
        Add(new Instruction(Act.OnCell(OperationKind.Add, slot, index, Wire.Encode(delta))));

    public Script CompareExchange(int slot, int value, int comparand, int index = 0) =>
        Add(new Instruction(Act.OnCell(OperationKind.CompareExchange, slot, index, Act.Pack(value, comparand))));

    public Script WriteAll(int slot, params object?[] values) =>
        Add(new Instruction(Act.OnCell(OperationKind.Write, slot, -1, Act.Pack(values))));

    /// <summary>Takes the next item; when there is none the next <paramref name="skip"/> instructions are left out.</summary>
    public Script Get(int slot, long timeout = -1, int skip = 0) =>
        Add(new Instruction(Operation.OnSlot(OperationKind.Get, slot, timeout), -1, skip));

    /// <summary>A queue is closed, or the manager of an object is shut down.</summary>
    public Script Close(int slot, bool drop = false) =>
        Add(new Instruction(Operation.OnSlot(OperationKind.Close, slot) with { Argument = drop ? 1 : 0 }));

    public Script Set(int slot) => Add(new Instruction(Operation.OnSlot(OperationKind.Set, slot)));

    public Script Wait(int slot, long timeout = -1, int skip = 0) =>
        Add(new Instruction(Operation.OnSlot(OperationKind.Wait, slot, timeout), -1, skip));

    public Script Clear(int slot) => Add(new Instruction(Operation.OnSlot(OperationKind.Clear, slot)));

    public Script IsSet(int slot) => Add(new Instruction(Operation.OnSlot(OperationKind.IsSet, slot)));

    /// <summary>Waits for a condition; when the time-out comes, the next <paramref name="skip"/> instructions are left out.</summary>
    public Script WaitOn(int gate, int condition, long timeout = -1, int skip = 0)
    {
        Add(new Instruction(On(OperationKind.GiveWay, gate, condition)));
        return Add(new Instruction(On(OperationKind.Resume, gate, condition) with { Timeout = timeout }, -1, skip));
    }

    public Script Notify(int gate, int condition, int count = 1) =>
        Add(new Instruction(On(OperationKind.Notify, gate, condition).ForAtMost(count)));

    /// <summary>Comes to a barrier and waits there, or, as the last one, opens it; the action is a mark.</summary>
    public Script Meet(int barrier, long timeout = -1, bool action = false)
    {
        Add(new Instruction(Operation.OnSlot(OperationKind.Arrive, barrier) with { Argument = action ? 1 : 0 }));
        return Wait(barrier, timeout);
    }

    public Script Abort(int barrier) => Add(new Instruction(Operation.OnSlot(OperationKind.Abort, barrier)));

    public Script Reset(int barrier) => Add(new Instruction(Operation.OnSlot(OperationKind.Reset, barrier)));

    public Script Look(int barrier) => Add(new Instruction(Operation.OnSlot(OperationKind.Look, barrier)));

    public Script Join(int child, long timeout = -1) =>
        Add(new Instruction(new Operation(OperationKind.Join, ObjectSpace.Actor, Timeout: timeout), child));

    public Script IsAlive(int child) =>
        Add(new Instruction(new Operation(OperationKind.IsAlive, ObjectSpace.Actor), child));

    public Script ReadExitCode(int child) =>
        Add(new Instruction(new Operation(OperationKind.ExitCode, ObjectSpace.Actor), child));

    public Script Print(string text) =>
        Add(new Instruction(new Operation(OperationKind.Print, Argument: 1, Text: text)));

    public Script Sleep(long ticks) => Add(new Instruction(new Operation(OperationKind.Sleep, Timeout: ticks)));

    public Script ReadClock() => Add(new Instruction(new Operation(OperationKind.ReadClock)));

    /// <summary>One call on an object of a manager.</summary>
    public Script Call(int slot, ManagerVerb verb, params object?[] arguments) =>
        Add(new Instruction(Act.Call(verb, arguments) with { Object = slot }));

    /// <summary>Two calls: reads a number under a key, and writes another one that depends on it.</summary>
    public Script Change(int slot, object? key, int by)
    {
        object?[] place = key is null ? [] : [key];
        Call(slot, ManagerVerb.Get, place);
        return Add(new Instruction(Act.Call(ManagerVerb.Set, place) with { Object = slot }, FromRead: by));
    }

    /// <summary>Makes the last instruction one after which nothing of the submission runs.</summary>
    public Script Quietly()
    {
        Instructions[^1] = Instructions[^1] with { Operation = Instructions[^1].Operation with { IsQuiet = true } };
        return this;
    }

    private static Operation On(OperationKind kind, int gate, int condition) =>
        Operation.OnCondition(kind, gate, condition, $"condition {condition / SlotLayout.Size}");

    private Script Add(Instruction instruction)
    {
        Instructions.Add(instruction);
        return this;
    }
}
