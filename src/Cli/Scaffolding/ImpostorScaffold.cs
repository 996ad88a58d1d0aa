using System.Text.RegularExpressions;
using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Scaffolding;

/// <summary>Starts an impostor as a copy of the solution, to be made wrong in one nameable way.</summary>
internal static partial class ImpostorScaffold
{
    /// <summary>Writes it.</summary>
    /// <exception cref="UserError">The name does not fit, or it is there already, or there is no solution to copy.</exception>
    public static ScaffoldResult Create(Repository repository, Kata kata, string name)
    {
        if (!NamePattern().IsMatch(name))
        {
            throw new UserError($"NAME '{name}' must be lower-case words joined by dashes, such as 'off-by-one'.");
        }
        var folder = Path.Combine(repository.Graders, kata.Name, "impostors", name);
        if (Directory.Exists(folder))
        {
            throw new UserError($"NAME '{name}' is taken: {repository.Relative(folder)} exists.");
        }
        var solution = Path.Combine(repository.Solutions, kata.Name);
        var missing = kata.Edit.FirstOrDefault(f => !File.Exists(Path.Combine(solution, f)));
        if (missing is not null)
        {
            throw new UserError(
                $"{repository.Relative(Path.Combine(solution, missing))} does not exist. Write the solution first: "
                    + "an impostor starts as a copy of it."
            );
        }
        List<string> files = [];
        foreach (var file in kata.Edit)
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var text = File.ReadAllText(Path.Combine(solution, file));
            File.WriteAllText(target, files.Count == 0 ? $"// fails: TEST_NAME: why it is wrong\n{text}" : text);
            files.Add(target);
        }
        return new ScaffoldResult(
            files,
            [
                "Make it wrong in one plausible way.",
                "Put the verdict into its first line: '// deadlock: why' or '// fails: TEST_NAME: why'.",
                $"./kata check {kata.Name}",
            ]
        );
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex NamePattern();
}
