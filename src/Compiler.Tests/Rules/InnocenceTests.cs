using ConcurrencyKatas.Compiler.Protocol;

namespace ConcurrencyKatas.Compiler.Tests.Rules;

/// <summary>Ordinary C#, with what the compiler makes of it, must pass both lines of defence.</summary>
public sealed class InnocenceTests
{
    public static TheoryData<string> Declarations =>
        [
            "record Stay(int Guest, string Room); class A { bool F(Stay s) => s == s with { Guest = 2 } && s.ToString() != \"\"; }",
            "record struct Place(int X, double Y); readonly record struct Spot(int X);",
            "class A { int F(string s) => s switch { \"a\" => 1, \"b\" => 2, \"c\" => 3, \"d\" => 4, \"e\" => 5, \"f\" => 6, \"g\" => 7, _ => 8 }; }",
            "enum E { X, Y } class A { int F(E e) => e switch { E.X => 1, E.Y => 2 }; }",
            "class A { IEnumerable<int> F() { try { yield return 1; } finally { Console.WriteLine(); } } }",
            "class A { List<int> F() => [1, 2, .. G()]; int[] G() => [3]; ReadOnlySpan<int> H() => [1, 2, 3]; IEnumerable<int> I() => [1]; IReadOnlyList<int> J() => [1, 2]; }",
            "class A { void F(params ReadOnlySpan<int> x) { } void G() => F(1, 2, 3); }",
            "class A { string F(int x) => $\"{x,5:D3} {x + 1}\"; void G(System.Text.StringBuilder b) => b.Append($\"{b.Length}\"); }",
            "class A { int F(int[] x) => x is [1, .., var last] ? last : x[^1] + x[1..^1].Length; }",
            "class A { required public int X { get; init; } public int Y { get; set => field = value + 1; } }",
            "class A { T Make<T>() where T : new() => new T(); }",
            "class A { T Sum<T>(T[] x) where T : System.Numerics.INumber<T> { T s = T.Zero; foreach (var i in x) { s += i; } return s; } }",
            "class A { event Action? Left; void F() => Left?.Invoke(); void G() { Left += F; Left -= F; } }",
            "class A { const decimal Price = 1.5m; decimal F() => checked(Price * 2); }",
            "class A { void F() { Span<int> s = stackalloc int[4]; s[0] = 1; ref int r = ref s[1]; r++; } }",
            "ref struct Buffer { public Span<int> Items; } interface IA { int X => 1; static abstract int Y { get; } }",
            "class A { ReadOnlySpan<byte> F() => \"abc\"u8; static readonly int[] s_primes = [2, 3, 5, 7]; }",
            "class A { int F(object o) => o switch { int i and > 3 => i, string { Length: 2 } => 2, (1, 2) => 3, null => 4, _ => 5 }; }",
            "class A { void F() { foreach (var (k, v) in new Dictionary<string, int> { [\"a\"] = 1 }) { Console.WriteLine(k + v); } } }",
            "class A { object F() => (from x in new[] { 3, 1 } where x > 1 orderby x group x by x % 2 into g select new { g.Key, N = g.Count() }).ToList(); }",
            "class A : IDisposable { public void Dispose() { } void F() { using var a = new A(); using (new A()) { } } }",
            "class A : IEquatable<A> { public bool Equals(A? o) => true; public override bool Equals(object? o) => o is A a && Equals(a); public override int GetHashCode() => 3; }",
            "class A { void F() { try { throw new InvalidOperationException(\"x\"); } catch (Exception e) when (e.Message == \"x\") { throw; } } }",
            "class A { int F(int n) { return G(n); static int G(int n) => n <= 1 ? 1 : n * G(n - 1); } }",
            "class A(int x) { public int X => x; } class B(int x) : A(x); [Flags] enum E { A = 1, B = 2 }",
            "static class More { extension(int x) { public int Twice => 2 * x; } public static int Plus(this int x, int y) => x + y; }",
            "class A { async_ x; } class async_ { } class A2 { int await; int async; int @lock; }",
            "class A { string F() => nameof(Environment.Exit) + nameof(System.Threading.Tasks.Task); }",
            "class A { volatile int x; void F() { x++; } string G(string[] s) => string.Join(',', s.Select(x => x.Trim()).OrderBy(x => x)); }",
            "class A { object F() => Tuple.Create(1, (2, \"b\")); int? G(int? x) => x?.CompareTo(3) ?? 4; dynamic_ d; } class dynamic_ { }",
            "#region x\n#nullable enable\n#pragma warning disable\nclass A { /* lock (x) unsafe */ string s = \"typeof async\"; }\n#endregion",
            "class A : Process { public override void Run() { using (new Semaphore(2).Enter()) { } } }",
            "class A { void F() { var l = new Lock(\"a\"); l.Acquire(); try { } finally { l.Release(); } new RLock().TryAcquire(TimeSpan.FromSeconds(1)); } }",
            "class A { int F() { using var m = new Manager(); var d = m.Dictionary<string, int>(name: \"d\"); d[\"a\"] = 1; d[\"a\"] -= 1; foreach (var (k, v) in d.ToDictionary()) { } return d.TryGetValue(\"a\", out var x) ? x : m.Value(1).Value; } }",
            "class A { void F(ListProxy<int> l, LockProxy g, RLockProxy r) { using (g.Enter()) { l.Add(1); l[0]++; } try { r.Acquire(); } catch (ManagerLostException e) { Console.WriteLine(e.Message); } catch (KeyNotFoundException) { } } }",
            "class A { int F() { using var m = new Manager(); var n = m.Namespace(); n.Set(\"x\", 1); if (n.Contains(\"x\") && n.TryGet(\"x\", out int x)) { n.Remove(\"x\"); } var a = m.Array([1, 2]); a[0] += a.Length; return n.Get<int>(\"y\") + a.ToArray()[0] + n.Names.Count; } }",
            "class A { void F(Manager m) => G(m.Condition(m.Lock()), m.Event(), m.Barrier(2), m.JoinableQueue<int>()); void G(ConditionBase c, EventBase e, BarrierBase b, JoinableQueue<int> q) { using (c.Enter()) { c.WaitFor(() => e.IsSet); c.NotifyAll(); } b.Wait(); q.Put(1); q.TaskDone(); } }",
            "class A { void F(BoundedSemaphoreProxy s, SemaphoreProxy t, QueueProxy<EventProxy> q, ConditionProxy c, BarrierProxy b) { using (s.Enter()) { t.Release(); } q.TryGet(out var e); e?.Set(); c.Wait(TimeSpan.Zero); b.Reset(); } }",
            "class A { void F() { var p = new Process(Go, 1, \"a\") { Name = \"x\", IsDaemon = true }; p.Start(); p.Join(); _ = p.ExitCode + p.Id; } static void Go(int a, string b) { } }",
        ];

    [Theory]
    [MemberData(nameof(Declarations))]
    public void It_passes(string code)
    {
        var request = Compiled.Request(Compiled.WithBody(""));
        string file = $"namespace ConcurrencyKatas.SampleKata;\n{code}";
        using var compiled = Compiled.Of(request with { Edit = [.. request.Edit, new SourceFile("More.cs", file)] });
        Assert.Empty(compiled.Answer.Diagnostics);
        Assert.Equal(CompileStatus.Compiled, compiled.Answer.Status);
    }
}
