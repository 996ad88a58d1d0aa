using System.Text.RegularExpressions;
using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Scaffolding;

/// <summary>Starts a kata: one folder per room, each file with the parts that <c>./kata check</c> asks for.</summary>
internal static partial class KataScaffold
{
    private const string Resources = "ConcurrencyKatas.Cli.Scaffolding.";

    // Where each template goes. {0} is the kata's name.
    private static readonly (string Template, string Target)[] s_files =
    [
        ("kata.json", "katas/{0}/kata.json"),
        ("README.md", "katas/{0}/README.md"),
        ("HINTS.md", "katas/{0}/HINTS.md"),
        ("Stub.cs", "katas/{0}/{0}Program.cs"),
        ("Given.cs", "katas/{0}/Given/Room.cs"),
        ("Stub.cs", "solutions/{0}/{0}Program.cs"),
        ("NOTES.md", "solutions/{0}/NOTES.md"),
        ("Tests.cs", "graders/{0}/{0}Tests.cs"),
    ];

    /// <summary>Writes it.</summary>
    /// <exception cref="UserError">The name does not fit, or a folder of this name is there already.</exception>
    public static ScaffoldResult Create(Repository repository, string name)
    {
        if (!NamePattern().IsMatch(name))
        {
            throw new UserError($"KATA '{name}' must be a PascalCase name, such as 'DiningPhilosophers'.");
        }
        foreach (var room in (string[])[repository.Katas, repository.Solutions, repository.Graders])
        {
            if (Directory.Exists(Path.Combine(room, name)))
            {
                throw new UserError($"KATA '{name}' is taken: {repository.Relative(Path.Combine(room, name))} exists.");
            }
        }
        List<string> files = [];
        foreach (var (template, target) in s_files)
        {
            var path = Path.Combine(repository.Root, target.Replace("{0}", name, StringComparison.Ordinal));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Template(template).Replace("$KATA$", name, StringComparison.Ordinal));
            files.Add(path);
        }
        return new ScaffoldResult(
            files,
            [
                $"katas/{name}: tell the story, write the stub and what is given.",
                $"solutions/{name}: solve it, and say in NOTES.md why it is right.",
                $"graders/{name}/{name}Tests.cs: one test per claim, named as a sentence.",
                $"./kata new impostor {name} NAME: once for each plausible mistake.",
                $"./kata check {name} --accept: writes pristine.json and proves the kata.",
            ]
        );
    }

    private static string Template(string name)
    {
        using var stream = typeof(KataScaffold).Assembly.GetManifestResourceStream($"{Resources}{name}.template")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+$")]
    private static partial Regex NamePattern();
}
