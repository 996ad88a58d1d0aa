using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Showing;

namespace ConcurrencyKatas.Cli.Running;

/// <summary>Stands where a runner will be, and says so.</summary>
internal sealed class MissingRunner(Surroundings surroundings) : IKataRunner
{
    public Task<int> RunAsync(Kata kata, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        surroundings.Error.WriteDrawing(
            $"{kata.Name}({string.Join(", ", arguments)}) cannot be run by hand in this build yet. "
                + $"./kata test {kata.Name} runs it under the hidden tests."
        );
        return Task.FromResult(ExitCodes.CouldNotGrade);
    }
}
