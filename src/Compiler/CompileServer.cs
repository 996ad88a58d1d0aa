using System.Text.Json;
using System.Threading.Channels;
using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Compiler.Rewriting;

namespace ConcurrencyKatas.Compiler;

/// <summary>Answers requests, one line each, until the input ends.</summary>
internal static class CompileServer
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(30);

    /// <summary>Runs until the end of <paramref name="input"/>, which is also how the death of the parent is noticed.</summary>
    /// <param name="input">Requests.</param>
    /// <param name="output">Answers.</param>
    /// <param name="abandon">Called when the input has ended and the last request is still not done after a grace.</param>
    public static void Run(TextReader input, TextWriter output, Action abandon)
    {
        var lines = Channel.CreateUnbounded<string>();
        // Reads apart from the compiling, which a hostile source can keep busy for ever.
        var reader = new Thread(() => Read(input, lines.Writer, abandon)) { IsBackground = true };
        reader.Start();
        foreach (string line in lines.Reader.ReadAllAsync().ToBlockingEnumerable())
        {
            output.WriteLine(JsonSerializer.Serialize(Answer(line), ProtocolJson.Default.CompileAnswer));
            output.Flush();
        }
    }

    private static void Read(TextReader input, ChannelWriter<string> lines, Action abandon)
    {
        while (input.ReadLine() is { } line)
        {
            lines.TryWrite(line);
        }
        lines.Complete();
        Thread.Sleep(s_grace);
        abandon();
    }

    private static CompileAnswer Answer(string line)
    {
        string id = "";
        try
        {
            var request =
                JsonSerializer.Deserialize(line, ProtocolJson.Default.CompileRequest)
                ?? throw new JsonException("The request is null.");
            id = request.Id;
            return request.Prebuilt is null ? KataCompiler.Compile(request) : PrebuiltRewriter.Rewrite(request);
        }
        catch (InsufficientExecutionStackException)
        {
            return Failed(
                id,
                CompileStatus.DoesNotCompile,
                "KATA00",
                "The source is nested too deeply for the compiler. Split it up."
            );
        }
        // Whatever it is, the next request must find a server; the message travels to whoever asked.
        catch (Exception e)
        {
            return Failed(
                id,
                CompileStatus.CompilerFailed,
                "KATA00",
                $"The compiler failed: {e.GetType().Name}: {e.Message}"
            );
        }
    }

    private static CompileAnswer Failed(string id, CompileStatus status, string rule, string message) =>
        new()
        {
            Id = id,
            Status = status,
            Diagnostics = [new Complaint("", 0, 0, rule, message)],
        };
}
