using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using ConcurrencyKatas.Compiler.Protocol;

namespace ConcurrencyKatas.Benchmarks;

/// <summary>
/// How long a student waits for <c>./kata test KATA</c> after an edit, when nothing runs that could have been kept warm. Beside it, by
/// turns on the same machine, what no arrangement of ours can do without: a .NET process, and the C# compiler.
/// </summary>
internal static class ColdBenchmark
{
    /// <summary>Times everything and prints a table, or says why it cannot; the copy of the course is removed in any case.</summary>
    /// <param name="words">The words after <c>cold</c> on the command line.</param>
    public static bool TryPrint(ReadOnlySpan<string> words)
    {
        try
        {
            Print(ColdOptions.Parse(words));
            return true;
        }
        catch (Exception e)
            when (e
                    is ArgumentException
                        or InvalidOperationException
                        or IOException
                        or UnauthorizedAccessException
                        or Win32Exception
            )
        {
            Console.Error.WriteLine(e.Message);
            return false;
        }
    }

    private static void Print(ColdOptions options)
    {
        using var course = new ColdCourse(options.Kata);
        (string Name, Action Do)[] cases =
        [
            (
                "a .NET process that prints a line",
                () => Run(expected: 2, course.Program("Worker", "ConcurrencyKatas.Worker.dll"))
            ),
            ("the compiler alone, from its start to its answer", () => Compile(course)),
            (
                $"./kata test {options.Kata}, from its start to its end",
                () => Run(expected: 0, course.Program("Cli", "kata.dll"), "test", options.Kata)
            ),
        ];
        List<double>[] times = [.. cases.Select(_ => new List<double>())];
        for (int round = 0; round < options.Rounds; round++)
        {
            for (int at = 0; at < cases.Length; at++)
            {
                course.Edit();
                var watch = Stopwatch.StartNew();
                cases[at].Do();
                times[at].Add(watch.Elapsed.TotalMilliseconds);
            }
        }
        Console.WriteLine("| ms | best | median | worst |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var (of, measured) in cases.Zip(times))
        {
            measured.Sort();
            Console.WriteLine($"| {of.Name} | {measured[0]:0} | {measured[measured.Count / 2]:0} | {measured[^1]:0} |");
        }
    }

    private static void Run(int expected, params string[] command)
    {
        using var process = Start(command, writes: false);
        var complaint = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != expected)
        {
            throw new InvalidOperationException(
                $"{string.Join(' ', command)} ended with {process.ExitCode}:\n{said}\n{complaint.Result}"
            );
        }
    }

    private static void Compile(ColdCourse course)
    {
        string request = JsonSerializer.Serialize(Request(course), ProtocolJson.Default.CompileRequest);
        using var process = Start([course.Program("Compiler", "ConcurrencyKatas.Compiler.dll")], writes: true);
        var complaint = process.StandardError.ReadToEndAsync();
        process.StandardInput.WriteLine(request);
        process.StandardInput.Flush();
        string line =
            process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"The compiler ended without an answer:\n{complaint.Result}");
        var answer = JsonSerializer.Deserialize(line, ProtocolJson.Default.CompileAnswer);
        process.StandardInput.Close();
        process.WaitForExit();
        if (answer?.Status != CompileStatus.Compiled)
        {
            throw new InvalidOperationException(
                $"The solution does not compile: {answer?.Diagnostics.FirstOrDefault()}"
            );
        }
    }

    private static CompileRequest Request(ColdCourse course)
    {
        using var definition = JsonDocument.Parse(File.ReadAllText(Path.Combine(course.Kata, "kata.json")));
        JsonElement of = definition.RootElement;
        string katas = Path.GetDirectoryName(course.Kata)!;
        string given = Path.Combine(course.Kata, "Given");
        return new CompileRequest
        {
            Id = "1",
            Kata = Path.GetFileName(course.Kata),
            OutputFolder = course.Scratch("compiled"),
            OptionsFile = Path.Combine(katas, "options.rsp"),
            Edit =
            [
                .. of.GetProperty("edit")
                    .EnumerateArray()
                    .Select(e => Source(Path.Combine(course.Kata, e.GetString()!))),
            ],
            Given =
            [
                .. (Directory.Exists(given) ? Directory.GetFiles(given, "*.cs") : []).Select(Source),
                Source(Path.Combine(katas, "GlobalUsings.cs")),
            ],
            Allows = [.. of.GetProperty("allows").EnumerateArray().Select(e => e.GetString()!)],
            Entry = of.GetProperty("entry").GetString()!,
            EntrySignature = of.GetProperty("signature").GetString()!,
        };
    }

    private static SourceFile Source(string path) => new(Path.GetFileName(path), File.ReadAllText(path));

    private static System.Diagnostics.Process Start(IEnumerable<string> command, bool writes)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", .. command])
        {
            RedirectStandardInput = writes,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // As the launcher does.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return System.Diagnostics.Process.Start(start)!;
    }
}
