using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Agent;
using ConcurrencyKatas.Worker;

// One executable for every process in which student code runs: an actor of a controlled run, the main process of a run
// for real, or a child that such a process started.
LastCounts.Prepare();
return ControlledWorker.TryRun(args)
    ?? RealMain.TryRun(args)
    ?? ChildProgram.TryRun(args)
    ?? ManagerProgram.TryRun(args)
    ?? WorkerUsage.Print();
