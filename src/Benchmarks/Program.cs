using System.Diagnostics;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

string assembly = args[0], entry = args[1];
object?[] arguments = [.. args[2..].Select(a => (object?)int.Parse(a))];
string folder = Directory.CreateTempSubdirectory("kata-bench-").FullName;
var watch = Stopwatch.StartNew();
using var stage = new ProcessStage(new StageOptions { Worker = Path.Combine(AppContext.BaseDirectory, "ConcurrencyKatas.Worker.dll"), Processor = 0, WorkingDirectory = folder,
    Environment = new Dictionary<string,string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")!, ["DOTNET_EnableDiagnostics"]="0", ["DOTNET_TieredPGO"]="0", ["DOTNET_gcConcurrent"]="0" } }, 4);
using var pin = stage.Pin();
stage.Stage(new StagedProgram(Path.GetFullPath(assembly), entry, Wire.Encode(arguments)));
var explorer = new Explorer(stage, "bench", new ExplorerOptions { ProofRuns = 5000 });
int n = 0, steps = 0; var endings = new Dictionary<Ending, int>();
Purpose last = Purpose.Profile; long since = 0; int sinceN = 0;
foreach (var run in explorer.Explore())
{
    if (run.Purpose != last) { Console.WriteLine($"{last}: {n - sinceN} runs in {watch.ElapsedMilliseconds - since} ms"); last = run.Purpose; since = watch.ElapsedMilliseconds; sinceN = n; }
    n++; steps += run.Run.Steps.Count;
    endings[run.Run.Ending] = endings.GetValueOrDefault(run.Run.Ending) + 1;
    if (n == 1) { foreach (var st in run.Run.Steps) if (st.Operation.Text is {} t && st.Operation.Kind == OperationKind.Print) Console.WriteLine(t);  Console.WriteLine($"first run after {watch.ElapsedMilliseconds} ms, {run.Run.Detail}"); Console.WriteLine(TraceDrawing.Draw(run.Run)); }
    if (run.Run.Ending != Ending.Completed && endings[run.Run.Ending] == 1) { Console.WriteLine(run.Run.Detail); Console.WriteLine(TraceDrawing.Draw(run.Run)); if (run.Run.Waits.Count > 0) { Console.WriteLine(WaitGraph.Draw(run.Run)); Console.WriteLine(Sentences.Of(run.Run)); } if (endings[run.Run.Ending] > 5) break; }
}
Console.WriteLine($"{last}: {n - sinceN} runs in {watch.ElapsedMilliseconds - since} ms");
Console.WriteLine($"{n} runs, {steps} steps, {watch.ElapsedMilliseconds} ms; {string.Join(", ", endings)}; {explorer.Summary.Verdict}; proof runs {explorer.Summary.ProofRuns}");
Directory.Delete(folder, true);
