using System.Text.Json;

namespace ConcurrencyKatas.Cli.Running;

/// <summary>How to attach a debugger to one process.</summary>
internal static class AttachLines
{
    /// <summary>One line for each kind of debugger.</summary>
    /// <param name="pid">The process.</param>
    /// <param name="name">Its name in the run, which tells debug sessions apart.</param>
    public static string Of(int pid, string name)
    {
        var title = JsonSerializer.Serialize(name);
        return $$"""
            VS Code  {"name":{{title}},"type":"coreclr","request":"attach","processId":{{pid}}}
            Rider    Run | Attach to Process… | {{pid}}
            dotnet   dotnet-stack report -p {{pid}}    dotnet-dump collect -p {{pid}}
            """;
    }
}
