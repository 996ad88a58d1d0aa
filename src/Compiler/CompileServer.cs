using System.Text.Json;
using ConcurrencyKatas.Compiler.Protocol;

namespace ConcurrencyKatas.Compiler;

/// <summary>Answers requests, one line each, until the input ends.</summary>
internal static class CompileServer
{
    /// <summary>Runs until the end of <paramref name="input"/>, which is also how the death of the parent is noticed.</summary>
    public static void Run(TextReader input, TextWriter output)
    {
        while (input.ReadLine() is { } line)
        {
            output.WriteLine(JsonSerializer.Serialize(Answer(line), ProtocolJson.Default.CompileAnswer));
            output.Flush();
        }
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
            return KataCompiler.Compile(request);
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
