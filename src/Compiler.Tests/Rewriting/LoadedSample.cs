using System.Reflection;
using System.Runtime.Loader;
using ConcurrencyKatas.Compiler.Protocol;

namespace ConcurrencyKatas.Compiler.Tests.Rewriting;

/// <summary>
/// A compiled sample of our own, loaded into this process to see what the rewriting has made of it. No test does that with
/// anything that a student wrote.
/// </summary>
internal sealed class LoadedSample : IDisposable
{
    private readonly Compiled _compiled;
    private readonly AssemblyLoadContext _context = new("sample", isCollectible: true);
    private readonly Assembly _assembly;

    private LoadedSample(Compiled compiled)
    {
        _compiled = compiled;
        if (compiled.Answer.Diagnostics.Count > 0)
        {
            compiled.Dispose();
            Assert.Fail(string.Join('\n', compiled.Answer.Diagnostics));
        }
        _assembly = _context.LoadFromAssemblyPath(compiled.Answer.Assembly!);
    }

    public CompileAnswer Answer => _compiled.Answer;

    public Guid Mvid => _assembly.ManifestModule.ModuleVersionId;

    public static LoadedSample Source(string edit, string given = "", params string[] allows) =>
        new(Compiled.Source(edit, given, allows));

    public static LoadedSample Body(string statements, string members = "", params string[] allows) =>
        Source(Compiled.WithBody(statements, members), "", allows);

    public void Open(int guests = 1) => Call("ConcurrencyKatas.SampleKata.Spa", "Open", guests);

    public object? Call(string type, string method, params object?[] arguments) =>
        _assembly
            .GetType(type, throwOnError: true)!
            .GetMethod(method)!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    public void Reset() => Call("<KataReset>", "Reset");

    public void Dispose()
    {
        _context.Unload();
        _compiled.Dispose();
    }
}
