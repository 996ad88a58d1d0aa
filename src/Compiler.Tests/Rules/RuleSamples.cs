namespace ConcurrencyKatas.Compiler.Tests.Rules;

/// <summary>A sample for every pattern of the table.</summary>
internal static class RuleSamples
{
    private const string Head = "namespace ConcurrencyKatas.SampleKata;\n";
    private const string Entry = "public static class Spa { public static void Open(int guests) { } }\n";
    private const string Sleep = "System.Threading.Thread.Sleep(1);";
    private const string Print = "Console.WriteLine(1);";
    private const string Sort = "var a = new[] { 2, 1 }; Array.Sort(a);";

    public static IReadOnlyList<RuleSample> All { get; } =
    [
        new("System.Threading.Thread", "new System.Threading.Thread(() => { }).Start();", Sleep),
        new("System.Threading.ThreadPool", "System.Threading.ThreadPool.QueueUserWorkItem(_ => { });", Sleep),
        new("System.Threading.Timer", "using var t = new System.Threading.Timer(_ => { });", Sleep),
        new("System.Threading.PeriodicTimer", "System.Threading.PeriodicTimer? t = null;", Sleep),
        new(
            "System.Threading.SynchronizationContext",
            "System.Threading.SynchronizationContext.SetSynchronizationContext(null);",
            Sleep
        ),
        new("System.Threading.Tasks", "System.Threading.Tasks.Task.Run(() => { }).Wait();", Sleep),
        new(
            "System.Threading.Channels",
            "System.Threading.Channels.Channel.CreateUnbounded<int>();",
            "new Stack<int>().Push(1);"
        ),
        new("System.Timers", "new System.Timers.Timer(1).Start();", Sleep),
        new(
            "System.Linq.ParallelEnumerable",
            "_ = new[] { 1 }.AsParallel().Sum();",
            "_ = new[] { 1 }.AsEnumerable().Sum();"
        ),
        new("System.Linq.AsyncEnumerable", "_ = AsyncEnumerable.Range(0, 1);", "_ = Enumerable.Range(0, 1);"),
        new(
            "System.Collections.Generic.IAsyncEnumerable",
            "IAsyncEnumerable<int>? e = null;",
            "IEnumerable<int>? e = null;"
        ),
        new(
            "System.Collections.Generic.IAsyncEnumerator",
            "IAsyncEnumerator<int>? e = null;",
            "IEnumerator<int>? e = null;"
        ),
        new("System.IAsyncDisposable", "IAsyncDisposable? d = null;", "IDisposable? d = null;"),
        new("async", "Action a = async () => { };", "Action a = () => { };"),
        new("System.Threading.Monitor", "System.Threading.Monitor.Enter(new object());", Sleep),
        new("System.Threading.Lock", "var l = new System.Threading.Lock();", Sleep),
        new("lock", "lock (new object()) { }", "using (new System.IO.StringWriter()) { }"),
        new("System.Threading", "int x = 0; System.Threading.Interlocked.Increment(ref x);", "int x = 0; x++;"),
        new(
            "System.Collections.Concurrent",
            "new System.Collections.Concurrent.ConcurrentQueue<int>().Enqueue(1);",
            "new Stack<int>().Push(1);"
        ),
        new("System.Type", "Type? t = null;", "Version? t = null;"),
        new("System.Activator", "Activator.CreateInstance<object>();", "_ = new object();"),
        new(
            "System.Reflection",
            "System.Reflection.Assembly? a = null;",
            "string a = nameof(System.Reflection.Assembly);"
        ),
        new(
            "System.Linq.Expressions",
            "System.Linq.Expressions.Expression<Func<int>> e = () => 1;",
            "Func<int> e = () => 1;"
        ),
        new("System.Linq.IQueryable", "IQueryable? q = null;", "IGrouping<int, int>? q = null;"),
        new("System.Linq.Queryable", "_ = Queryable.AsQueryable(new[] { 1 });", "_ = Enumerable.ToList(new[] { 1 });"),
        new("System.ComponentModel", "_ = new System.ComponentModel.Component();", "_ = new EventArgs();"),
        new("System.RuntimeTypeHandle", "RuntimeTypeHandle h = default;", "TimeSpan h = default;"),
        new("System.RuntimeMethodHandle", "RuntimeMethodHandle h = default;", "TimeSpan h = default;"),
        new("System.RuntimeFieldHandle", "RuntimeFieldHandle h = default;", "TimeSpan h = default;"),
        new("System.Object.GetType", "_ = 1.GetType();", "_ = 1.ToString();"),
        new("System.Exception.GetType", "_ = new Exception().GetType();", "_ = new Exception().Message;"),
        new("System.Exception.TargetSite", "_ = new Exception().TargetSite;", "_ = new Exception().InnerException;"),
        new(
            "System.Delegate.CreateDelegate",
            "Func<Delegate> f = () => Delegate.CreateDelegate(null!, null!);",
            "Func<int> f = () => 1;"
        ),
        new(
            "System.Delegate.DynamicInvoke",
            "Action a = () => { }; a.DynamicInvoke();",
            "Action a = () => { }; a.Invoke();"
        ),
        new("System.Delegate.Method", "Action a = () => { }; _ = a.Method;", "Action a = () => { }; a += a;"),
        new("System.Delegate.Target", "Action a = () => { }; _ = a.Target;", "Action a = () => { }; a += a;"),
        new(
            "Microsoft.CSharp",
            "Microsoft.CSharp.RuntimeBinder.RuntimeBinderException? e = null;",
            "Exception? e = null;"
        ),
        new("typeof", "_ = typeof(int).Name;", "_ = nameof(Int32);"),
        new("dynamic", "dynamic d = 1; d++;", "int d = 1; d++;"),
        new(
            "System.Runtime.InteropServices",
            "_ = System.Runtime.InteropServices.Marshal.AllocHGlobal(1);",
            "Span<int> s = stackalloc int[1]; s[0] = 1;"
        ),
        new(
            "System.Runtime.CompilerServices.Unsafe",
            "int i = 1; System.Runtime.CompilerServices.Unsafe.As<int, uint>(ref i) = 2;",
            "int i = 1; ref int j = ref i; j = 2;"
        ),
        new(
            "System.Runtime.Intrinsics",
            "_ = System.Runtime.Intrinsics.Vector128.Create(1);",
            "_ = System.Numerics.BitOperations.PopCount(3u);"
        ),
        new(
            "System.TypedReference",
            "Action<object> f = o => TypedReference.ToObject(default);",
            "Action<object> f = o => { };"
        ),
        new(
            "System.ArgIterator",
            "Func<int> f = () => default(ArgIterator).GetRemainingCount();",
            "Func<int> f = () => 1;"
        ),
        new("System.Buffers", "_ = System.Buffers.ArrayPool<int>.Shared;", "_ = new int[3];"),
        new("Microsoft.Win32", "_ = Microsoft.Win32.Registry.CurrentUser;", "_ = Environment.NewLine;"),
        new("unsafe", "unsafe { int x = 1; int* p = &x; *p = 2; }", "int x = 1; ref int p = ref x; p = 2;"),
        new(
            "extern",
            Head
                + "public static class Spa { public static void Open(int guests) { } private static extern void F(); }",
            Head + "public static class Spa { public static void Open(int guests) { } private static void F() { } }"
        ),
        new("__makeref", "int i = 1; __refvalue(__makeref(i), int) = 2;", "int i = 1; ref int r = ref i; r = 2;"),
        new(
            "System.Diagnostics",
            "System.Diagnostics.Process.GetCurrentProcess().Kill();",
            "System.Diagnostics.Stopwatch.StartNew();"
        ),
        new("System.Environment.Exit", "Environment.Exit(1);", "_ = Environment.TickCount;"),
        new("System.Environment.ExitCode", "Environment.ExitCode = 1;", "_ = Environment.TickCount;"),
        new("System.Environment.FailFast", "Environment.FailFast(null);", "_ = Environment.TickCount64;"),
        new("System.Environment.ProcessId", "_ = Environment.ProcessId;", "_ = Environment.NewLine;"),
        new("System.Console.CancelKeyPress", "Console.CancelKeyPress += (_, _) => { };", "Console.Error.WriteLine(1);"),
        new("System.IO", "System.IO.File.Delete(\"x\");", "new System.IO.StringWriter().Write(1);"),
        new("System.Net", "new System.Net.Http.HttpClient();".Insert(0, "_ = "), Print),
        new(
            "System.Security",
            "_ = System.Security.Cryptography.SHA256.HashData([1]);",
            "_ = Convert.ToHexString([1]);"
        ),
        new("System.Console.OpenStandardInput", "Console.OpenStandardInput();", Print),
        new("System.Console.OpenStandardOutput", "Console.OpenStandardOutput();", Print),
        new("System.Console.OpenStandardError", "Console.OpenStandardError();", Print),
        new("System.Console.SetIn", "Console.SetIn(new System.IO.StringReader(\"\"));", Print),
        new("System.Console.SetOut", "Console.SetOut(new System.IO.StringWriter());", Print),
        new("System.Console.SetError", "Console.SetError(new System.IO.StringWriter());", Print),
        new("System.Random", "_ = Random.Shared.Next();", "_ = Math.Abs(1);"),
        new("System.Guid.NewGuid", "_ = Guid.NewGuid();", "_ = Guid.Empty;"),
        new("System.Guid.CreateVersion7", "_ = Guid.CreateVersion7();", "_ = Guid.Empty;"),
        new("System.HashCode", "_ = HashCode.Combine(1, 2);", "_ = (1, 2).Equals((1, 2));"),
        new("System.Object.GetHashCode", "_ = new object().GetHashCode();", "_ = 1.GetHashCode();"),
        new("System.ValueType.GetHashCode", "ValueType v = 1; _ = v.GetHashCode();", "int v = 1; _ = v.GetHashCode();"),
        new(
            "System.Delegate.GetHashCode",
            "Delegate d = () => { }; _ = d.GetHashCode();",
            "Delegate d = () => { }; _ = d.Equals(d);"
        ),
        new(
            "System.MulticastDelegate.GetHashCode",
            "MulticastDelegate d = (Action)(() => { }); _ = d.GetHashCode();",
            "MulticastDelegate d = (Action)(() => { }); _ = d.Equals(d);"
        ),
        new("System.ValueTuple.GetHashCode", "_ = (1, \"a\").GetHashCode();", "_ = (1, \"a\").Equals((1, \"a\"));"),
        new("System.Tuple.GetHashCode", "_ = Tuple.Create(1).GetHashCode();", "_ = Tuple.Create(1).Item1;"),
        new("System.String.GetHashCode", "_ = \"a\".GetHashCode();", "_ = \"a\".Length;"),
        new(
            "System.StringComparer.GetHashCode",
            "_ = StringComparer.Ordinal.GetHashCode(\"a\");",
            "new HashSet<string>(StringComparer.Ordinal).Add(\"a\");"
        ),
        new(
            "System.Collections.IEqualityComparer.GetHashCode",
            "System.Collections.IEqualityComparer c = StringComparer.Ordinal; _ = c.GetHashCode(\"a\");",
            "System.Collections.IEqualityComparer c = StringComparer.Ordinal; _ = c.Equals(\"a\", \"a\");"
        ),
        new(
            "System.Collections.Generic.IEqualityComparer.GetHashCode",
            "IEqualityComparer<string> c = StringComparer.Ordinal; _ = c.GetHashCode(\"a\");",
            "IEqualityComparer<string> c = StringComparer.Ordinal; _ = c.Equals(\"a\", \"a\");"
        ),
        new(
            "System.Collections.Generic.EqualityComparer.GetHashCode",
            "_ = EqualityComparer<string>.Default.GetHashCode(\"a\");",
            "_ = EqualityComparer<string>.Default.Equals(\"a\", \"a\");"
        ),
        new(
            "System.Linq.Enumerable.Shuffle",
            "_ = new[] { 1, 2 }.Shuffle().First();",
            "_ = new[] { 1, 2 }.Reverse().First();"
        ),
        new("System.TimeProvider", "_ = TimeProvider.System.GetUtcNow();", "_ = DateTimeOffset.UtcNow;"),
        new("System.TimeZoneInfo", "_ = TimeZoneInfo.Local;", "_ = DateTime.Now;"),
        new(
            "generated GetHashCode",
            Head + Entry + "public record Stay(string Room) { public int Hash() => GetHashCode(); }",
            Head + Entry + "public record Stay(string Room) { public string Show() => ToString(); }"
        ),
        new("System.Console.Read", "Console.Read();", Print),
        new("System.Console.ReadLine", "Console.ReadLine();", Print),
        new("System.Console.ReadKey", "Console.ReadKey();", Print),
        new("System.Console.KeyAvailable", "_ = Console.KeyAvailable;", Print),
        new("System.Console.In", "_ = Console.In;", "_ = Console.Out;"),
        new("ConcurrencyKatas.Mark", "Mark.On(\"spa\").Record(\"guest 1 enters\");", Print),
        new("ConcurrencyKatas.Control", "ConcurrencyKatas.Control.Seam.Controller = null;", Print),
        new("ConcurrencyKatas.Platform", "ConcurrencyKatas.Platform.SharedMemory.Create(64);", Print),
        new("System.GC", "GC.Collect();", Sort),
        new("System.WeakReference", "_ = new WeakReference(new object());", "_ = new object();"),
        new("System.Runtime.GCSettings", "_ = System.Runtime.GCSettings.IsServerGC;", Sort),
        new(
            "finalizer",
            Head + Entry + "public class Guest { ~Guest() { } }",
            Head + Entry + "public class Guest { public Guest() { } }"
        ),
        new("System.Runtime", "System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(default);", Sort),
        new("System.AppDomain", "_ = AppDomain.CurrentDomain;", Sort),
        new("System.AppContext", "_ = AppContext.BaseDirectory;", Sort),
        new(
            "System.ThreadStaticAttribute",
            Head + Entry + "public class Guest { [ThreadStatic] public static int X; }",
            Head + Entry + "public class Guest { [Obsolete] public static int X; }"
        ),
        new("assembly attribute", "[assembly: CLSCompliant(false)]\n" + Head + Entry, Head + "[Obsolete]\n" + Entry),
        new("type name", Head + Entry + "public class Mark { }", Head + Entry + "public class Marker { }"),
        new(
            "replaced name",
            Head + Entry + "public static class Math { public static int Max(int a, int b) => 0; }",
            Head + Entry + "public static class MyMath { }"
        ),
        new("namespace", "namespace ConcurrencyKatas;\n" + Entry, Head + Entry),
        new("#line", Head + "#line 100 \"Other.cs\"\n" + Entry, Head + "#pragma warning disable CS0168\n" + Entry),
        new("global using", "global using System.Text;\n" + Head + Entry, "using System.Text;\n" + Head + Entry),
        new("System.Environment", "_ = Environment.MachineName;", "_ = Environment.NewLine;"),
        new("System.OperatingSystem", "_ = OperatingSystem.IsLinux();", "_ = Environment.NewLine;"),
        new("ConcurrencyKatas.Process.CpuCount", "_ = Process.CpuCount;", "_ = Process.Parent?.Id;"),
        new("ConcurrencyKatas.Process.KeepsSpare", "Process.KeepsSpare = true;", "_ = Process.ActiveChildren();"),
        new("ConcurrencyKatas.Process.Kill", "new Process(() => { }).Kill();", "new Process(() => { }).Join();"),
        new(
            "ConcurrencyKatas.Process.Terminate",
            "new Process(() => { }).Terminate();",
            "new Process(() => { }).Join();"
        ),
    ];
}
