using ConcurrencyKatas.Compiler.Protocol;

namespace ConcurrencyKatas.Compiler.Tests.Rules;

/// <summary>Ways around the rules that must not work.</summary>
public sealed class EvasionTests
{
    private const string Given = """
        namespace ConcurrencyKatas.SampleKata;

        public partial class Room
        {
            public static int First(List<int> guests) => guests.Where(g => g > 0).First();
        }

        public class Guest
        {
            public virtual string Name => "guest";
        }
        """;

    public static TheoryData<string> Statements =>
        [
            "Action<int> f = Environment.Exit; f(1);",
            "new Process((Action<int>)Environment.Exit, 1).Start();",
            "global::System.Environment.Exit(1);",
            "Func<Type> f = \"x\".GetType; f();",
            "foreach (var m in 1.GetType().GetMethods()) { }",
            "var t = System.Threading.Tasks.Task.CompletedTask;",
            "var list = new List<System.Threading.Thread>();",
            "System.Threading.Thread[] list = [];",
            "(int, System.Threading.Thread?) pair = default;",
            "var x = default(System.Threading.Thread);",
            "object o = 1; if (o is System.Threading.Thread) { }",
            "object o = 1; if (o is System.Threading.Thread t) { }",
            "object o = 1; if (o is System.Threading.Thread { IsAlive: true }) { }",
            "object o = 1; _ = o switch { System.Threading.Thread => 1, _ => 2 };",
            "object o = 1; _ = o as System.Threading.Thread;",
            "object o = 1; _ = (System.Threading.Thread)o;",
            "try { } catch (System.IO.FileNotFoundException) { }",
            "try { } catch (Exception e) when (e.TargetSite is null) { }",
            "void Inner() => Environment.Exit(1); Inner();",
            "_ = $\"{Environment.MachineName}\";",
            "_ = from x in new[] { 1 } select Guid.NewGuid();",
            "_ = new { Id = Guid.NewGuid() };",
            "int[] numbers = [.. new[] { Random.Shared.Next() }];",
            "List<Guid> ids = new() { Guid.NewGuid() };",
            "using var p = System.Diagnostics.Process.Start(\"sh\");",
            "using (new System.IO.FileStream(\"x\", System.IO.FileMode.Open)) { }",
            "System.IO.FileStream f = new(\"x\", System.IO.FileMode.Open);",
            "_ = new[] { 1 }.AsQueryable();",
            "Enumerable.Range(0, 9).AsParallel().ForAll(x => { });",
            "delegate*<void> f = null;",
            "_ = sizeof(int*);",
            "Delegate d = () => { }; d.DynamicInvoke();",
            "Func<string, int> hash = \"a\".GetHashCode is var f ? s => s.GetHashCode() : s => 0;",
            "ConcurrencyKatas.Control.ControlledThread.Sleep(1);",
            "Control.Seam.Controller = null;",
            "Console.Out.WriteLineAsync(\"x\");",
            "System.Threading.Thread.CurrentThread.Interrupt();",
            "System.Threading.Thread.Yield();",
            "_ = DateTime.UtcNow.GetType();",
            "_ = new HashCode();",
            "object o = 1; _ = o.GetHashCode();",
            "_ = new Exception().Data.GetType().Assembly;",
            "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler h = default;",
            "System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(null!);",
            "System.Type.GetType(\"System.Environment\");",
            "_ = System.Activator.CreateInstance(\"a\", \"b\");",
            "new string('a', 3).AsSpan().ToString().GetEnumerator().GetType();",
            "T Make<T>() where T : System.Threading.Thread, new() => new T();",
            "var (a, b) = (Environment.ProcessId, 1);",
            "if (Console.In is { } reader) { reader.Peek(); }",
            "Func<System.Threading.Tasks.Task> f = null!;",
            "static extern void F();",
            "int x = 0; _ = System.Numerics.Vector.LoadUnsafe(ref x, 1000);",
            "int x = 0; System.Numerics.Vector.StoreUnsafe(default, ref x, 1000);",
            "_ = new int[1].AsMemory().Pin();",
            "_ = System.Runtime.InteropServices.MemoryMarshal.GetReference(new int[1].AsSpan());",
            "_ = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(new List<int>());",
        ];

    public static TheoryData<string> Files =>
        [
            "using static System.Environment;\nHEAD class A { void F() => Exit(1); }",
            "using E = System.Environment;\nHEAD class A { void F() => E.Exit(1); }",
            "using T = System.Threading.Thread;\nHEAD class A { T? field; }",
            "HEAD class A { string x = Environment.MachineName; }",
            "HEAD class A { string X => Environment.MachineName; }",
            "HEAD class A { string X { get; } = Environment.MachineName; }",
            "HEAD class A { static A() => Environment.Exit(1); }",
            "HEAD class A { A() : this(Environment.MachineName) { } A(string x) { } }",
            "HEAD class A(string x); class B() : A(Environment.MachineName);",
            "HEAD class A { int this[int i] => Environment.ProcessId; }",
            "HEAD class A { event Action X { add => Environment.Exit(1); remove { } } }",
            "HEAD class A { public static A operator +(A a, A b) { Environment.Exit(1); return a; } }",
            "HEAD class A { public static implicit operator int(A a) => Environment.ProcessId; }",
            "HEAD class A { IEnumerable<int> F() { yield return Environment.ProcessId; } }",
            "HEAD enum A { X = sizeof(char) } class B : System.Threading.SynchronizationContext { }",
            "HEAD class A : System.IO.Stream { }",
            "HEAD interface IA : System.Collections.Generic.IAsyncEnumerable<int> { }",
            "HEAD class A<T> where T : System.Threading.Tasks.Task { }",
            "HEAD delegate System.Threading.Tasks.Task A();",
            "HEAD class A { void F(System.Threading.Thread t) { } }",
            "HEAD class A { [System.Runtime.CompilerServices.ModuleInitializer] internal static void F() { } }",
            "HEAD class A { [System.Runtime.InteropServices.DllImport(\"libc\")] static extern int getpid(); }",
            "HEAD class A { [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)] void F() { } }",
            "HEAD class A { [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Field)] static extern ref int F(string s); }",
            "HEAD class A { [System.Diagnostics.Conditional(\"X\")] void F() { } }",
            "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"x\")]\nHEAD",
            "[module: System.Runtime.CompilerServices.SkipLocalsInit]\nHEAD",
            "HEAD class Semaphore { }",
            "HEAD record Process(int X);",
            "HEAD delegate void Lock();",
            "HEAD class A { class RLock { } }",
            "HEAD file class Mark { }",
            "HEAD class Guest2 { } partial class Room { }",
            "HEAD static class A { public static IEnumerable<int> Where(this List<int> l, Func<int, bool> f) => l; }",
            "namespace System.Runtime.CompilerServices { class IgnoresAccessChecksToAttribute : Attribute { } }",
            "namespace ConcurrencyKatas.SampleKata.Inner { class A { } }",
            "class Outside { }",
            "HEAD class A { ~A() { } }",
            "HEAD class A { unsafe void F() { } }",
            "HEAD class A { async void F() { } }",
            "HEAD class A { void F() { Action f = async delegate { }; } }",
            "HEAD class A { void F(object o) { lock (o) { } } }",
            "HEAD class A { void F(__arglist) { } }",
            "HEAD class A { [ThreadStatic] static int x; }",
            "HEAD [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] struct A { }",
            "HEAD [System.Runtime.CompilerServices.InlineArray(9)] struct A { int x; }",
            "HEAD class A : Guest { public override string Name => Environment.MachineName; }",
        ];

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_statement_does_not_slip_by(string code)
    {
        using var compiled = Compiled.Source(Compiled.WithBody(code), Given);
        AssertCaught(compiled);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_declaration_does_not_slip_by(string code)
    {
        const string Head = "namespace ConcurrencyKatas.SampleKata;\n";
        string file = code.Contains("HEAD", StringComparison.Ordinal)
            ? code.Replace("HEAD", Head, StringComparison.Ordinal)
            : code;
        var request = Compiled.Request(Compiled.WithBody(""), Given);
        using var compiled = Compiled.Of(request with { Edit = [.. request.Edit, new SourceFile("More.cs", file)] });
        AssertCaught(compiled);
    }

    // By the rules over source: KATA99 would mean that only the second line of defence saw it.
    private static void AssertCaught(Compiled compiled)
    {
        Assert.NotEqual(CompileStatus.Compiled, compiled.Answer.Status);
        Assert.Contains(
            compiled.Answer.Diagnostics,
            d => d.Id.StartsWith("KATA", StringComparison.Ordinal) && d.Id != "KATA99"
        );
    }
}
