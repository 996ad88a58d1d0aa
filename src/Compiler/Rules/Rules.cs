namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>
/// The table of what is refused by name. Whatever is neither here nor in <see cref="Allowed"/> is refused by
/// <see cref="NotListed"/>. The longest pattern that fits decides.
/// </summary>
internal static class Rules
{
    /// <summary>The rule for what nobody thought of.</summary>
    public static Rule NotListed { get; } =
        new(
            "KATA02",
            "it is not on the list of what a kata may use, so nobody has judged whether it can be graded",
            "Use the types that the kata's README names; docs/rules.md has the list."
        );

    /// <summary>The rule for what only the scan of the compiled code found.</summary>
    public static Rule FoundInIL { get; } =
        new(
            "KATA99",
            "the compiled code refers to it although it is not on the list of what a kata may use",
            "Rewrite the line without it; docs/rules.md has the list."
        );

    /// <summary>Every row.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new(
            "KATA03",
            "katas are about processes, and threads or tasks inside one would run outside the scheduler that grades you",
            "Use new Process(target, arguments) and Start, Join.",
            "System.Threading.Thread",
            "System.Threading.ThreadPool",
            "System.Threading.Timer",
            "System.Threading.PeriodicTimer",
            "System.Threading.SynchronizationContext",
            "System.Threading.Tasks",
            "System.Threading.Channels",
            "System.Timers",
            "System.Linq.ParallelEnumerable",
            "System.Linq.AsyncEnumerable",
            "System.Collections.Generic.IAsyncEnumerable",
            "System.Collections.Generic.IAsyncEnumerator",
            "System.IAsyncDisposable",
            Construct.Async
        ),
        new(
            "KATA04",
            "on one of the course's locks it would lock the C# object in this process, not the lock that the processes share",
            "Use using (gate.Enter()) { … }.",
            "System.Threading.Monitor",
            "System.Threading.Lock",
            Construct.Lock
        ),
        new(
            "KATA05",
            "it works on the memory of one process, and every process has its own",
            "Use the course's Lock, Semaphore, Condition, Queue, Value and the like, which processes share.",
            "System.Threading",
            "System.Collections.Concurrent"
        ),
        new(
            "KATA06",
            "reflection can reach what the rules keep out",
            "Write the call or the name in the source; nameof(X) gives the name of X.",
            "System.Type",
            "System.Activator",
            "System.Reflection",
            "System.Linq.Expressions",
            "System.Linq.IQueryable",
            "System.Linq.Queryable",
            "System.ComponentModel",
            "System.RuntimeTypeHandle",
            "System.RuntimeMethodHandle",
            "System.RuntimeFieldHandle",
            "System.Object.GetType",
            "System.Exception.GetType",
            "System.Exception.TargetSite",
            "System.Delegate.CreateDelegate",
            "System.Delegate.DynamicInvoke",
            "System.Delegate.Method",
            "System.Delegate.Target",
            "Microsoft.CSharp",
            Construct.TypeOf,
            Construct.Dynamic
        ),
        new(
            "KATA07",
            "unsafe and native code can reach any memory of the process",
            "Use arrays, List<T> and spans.",
            "System.Runtime.InteropServices",
            "System.Runtime.CompilerServices.Unsafe",
            "System.Runtime.Intrinsics",
            "System.TypedReference",
            "System.ArgIterator",
            "System.Buffers",
            "Microsoft.Win32",
            Construct.Unsafe,
            Construct.Extern,
            Construct.TypedReference
        ),
        new(
            "KATA08",
            "the grader starts, watches and ends the processes of a kata",
            "Use the course's Process; let a target return, or throw, to end its process.",
            "System.Diagnostics",
            "System.Environment.Exit",
            "System.Environment.ExitCode",
            "System.Environment.FailFast",
            "System.Environment.ProcessId",
            "System.Console.CancelKeyPress",
            "ConcurrencyKatas.Process.KeepsSpare"
        ),
        new(
            "KATA09",
            "a kata has no files and no network",
            "Pass values as arguments of the process; print with Console.WriteLine.",
            "System.IO",
            "System.Net",
            "System.Security",
            "System.Console.OpenStandardInput",
            "System.Console.OpenStandardOutput",
            "System.Console.OpenStandardError",
            "System.Console.SetIn",
            "System.Console.SetOut",
            "System.Console.SetError"
        ),
        new(
            "KATA10",
            "its value differs from run to run, so a failure could not be shown again",
            "Compute the value from the arguments of the kata.",
            "System.Random",
            "System.Guid.NewGuid",
            "System.Guid.CreateVersion7",
            "System.HashCode",
            "System.Object.GetHashCode",
            "System.ValueType.GetHashCode",
            "System.Delegate.GetHashCode",
            "System.MulticastDelegate.GetHashCode",
            "System.ValueTuple.GetHashCode",
            "System.Tuple.GetHashCode",
            "System.String.GetHashCode",
            "System.StringComparer.GetHashCode",
            "System.Collections.IEqualityComparer.GetHashCode",
            "System.Collections.Generic.IEqualityComparer.GetHashCode",
            "System.Collections.Generic.EqualityComparer.GetHashCode",
            "System.Linq.Enumerable.Shuffle",
            "System.TimeProvider",
            "System.TimeZoneInfo",
            Construct.ImplicitHash
        ),
        new(
            "KATA11",
            "nobody types while a kata is graded",
            "Take what you need as parameters of the entry method.",
            "System.Console.Read",
            "System.Console.ReadLine",
            "System.Console.ReadKey",
            "System.Console.KeyAvailable",
            "System.Console.In"
        ),
        new(
            "KATA12",
            "marks and the scheduler belong to the grader",
            "Call the methods of the Given classes; they record what happens.",
            "ConcurrencyKatas.Mark",
            "ConcurrencyKatas.Control",
            "ConcurrencyKatas.Platform"
        ),
        new(
            "KATA13",
            "the garbage collector runs when it likes, so what depends on it cannot be shown again",
            "Give back in a finally block or at the end of a using statement.",
            "System.GC",
            "System.WeakReference",
            "System.Runtime.GCSettings",
            Construct.Finalizer
        ),
        new(
            "KATA14",
            "it changes how the runtime loads or runs your code",
            "Leave it out; ordinary methods and classes are enough.",
            "System.Runtime",
            "System.AppDomain",
            "System.AppContext",
            "System.ThreadStaticAttribute",
            Construct.ModuleAttribute
        ),
        new(
            "KATA15",
            "the kata or the course already uses that name for something else",
            "Choose another name.",
            Construct.TypeName,
            Construct.Hijack
        ),
        new(
            "KATA16",
            "all of your code belongs to the kata's own namespace",
            "Begin the file with the namespace line that the stub has.",
            Construct.Namespace
        ),
        new(
            "KATA17",
            "it would change other files, or the line numbers in messages about this one",
            "Leave it out; an ordinary using directive is fine.",
            Construct.LineDirective,
            Construct.GlobalUsing
        ),
        new(
            "KATA18",
            "a process that is ended from outside cannot give back what it holds, and this kata does not practise that",
            "Use Join and let the process end by itself.",
            "ConcurrencyKatas.Process.Kill",
            "ConcurrencyKatas.Process.Terminate"
        ),
        new(
            "KATA19",
            "it differs from machine to machine",
            "Take what you need as parameters of the entry method.",
            "System.Environment",
            "System.OperatingSystem",
            "ConcurrencyKatas.Process.CpuCount"
        ),
    ];
}
