namespace ConcurrencyKatas.Control;

/// <summary>What the process table of a session says about one process.</summary>
/// <param name="Slot">Its index in the table.</param>
/// <param name="Pid">Its process id; in a controlled run 1000 + actor.</param>
/// <param name="Parent">The slot of who started it; −1 for the main process.</param>
/// <param name="Name">Its name, cut to <see cref="ProcessTable.NameCapacity"/> bytes.</param>
/// <param name="Generation">How many processes have had this slot, this one included.</param>
/// <param name="State">Whether it runs.</param>
/// <param name="ExitCode">Its exit code once it has been reaped; −signal for a process that a signal ended.</param>
public sealed record ProcessEntry(
    int Slot,
    int Pid,
    int Parent,
    string Name,
    int Generation,
    ProcessState State,
    int ExitCode
);
