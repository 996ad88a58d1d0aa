using ConcurrencyKatas.Grading.Compilation;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>The warm compiler of this process for each course. It remembers how to compile and nothing of any submission.</summary>
internal static class Compilers
{
    private static readonly System.Threading.Lock s_gate = new();
    private static readonly Dictionary<string, CompilerClient> s_clients = [];

    public static CompilerClient Shared(string root)
    {
        lock (s_gate)
        {
            if (!s_clients.TryGetValue(root, out CompilerClient? client))
            {
                client = new CompilerClient(Path.Combine(root, "artifacts", "compiled"));
                s_clients.Add(root, client);
            }
            return client;
        }
    }
}
