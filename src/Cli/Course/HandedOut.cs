namespace ConcurrencyKatas.Cli.Course;

/// <summary>
/// Finds the stub of a kata as it was handed out. A student may have committed work, so the last commit is not believed:
/// a version counts when it has the tokens that <c>pristine.json</c> keeps of the stub.
/// </summary>
/// <param name="repository">The repository.</param>
/// <param name="isStub">Whether these texts, by file, are the kata's stub.</param>
internal sealed class HandedOut(Repository repository, Func<Kata, IReadOnlyDictionary<string, string>, bool> isStub)
{
    private readonly Git _git = new(repository);

    /// <summary>Whether the student's files are the stub now.</summary>
    public bool IsUntouched(Kata kata)
    {
        var texts = kata
            .Edit.Where(f => File.Exists(kata.FullPath(f)))
            .ToDictionary(f => f, f => File.ReadAllText(kata.FullPath(f)));
        return texts.Count == kata.Edit.Count && isStub(kata, texts);
    }

    /// <summary>The stub's texts by file.</summary>
    /// <exception cref="UserError">It is not to be had; the message says why and what to do.</exception>
    public IReadOnlyDictionary<string, string> Find(Kata kata)
    {
        string[] paths = [.. kata.Edit.Select(f => repository.Relative(kata.FullPath(f)))];
        if (_git.Ask("rev-parse", "--git-dir") is null)
        {
            throw Missing(
                kata,
                _git.Complaint is { } complaint
                    ? $"git keeps the stub, and it says of this folder: {complaint}"
                    : "git keeps the stub, and it is not installed.",
                $"Download the course once more and copy {string.Join(" and ", paths)} from it."
            );
        }
        HashSet<string> seen = [];
        foreach (var commit in Commits(paths))
        {
            var texts = At(kata, commit);
            if (texts is not null && seen.Add(string.Join('\0', texts.Values)) && isStub(kata, texts))
            {
                return texts;
            }
        }
        var shallow = _git.Ask("rev-parse", "--is-shallow-repository")?.Trim() == "true";
        throw Missing(
            kata,
            $"none of the {seen.Count} versions that git has of {string.Join(" and ", paths)} is the stub.",
            shallow
                ? "This clone has only the last commits. Get the others with 'git fetch --unshallow' and try again."
                : $"Download the course once more and copy {string.Join(" and ", paths)} from it."
        );
    }

    // The last commit is the stub for most, the first one for nearly all others; then whatever lies between.
    private IEnumerable<string> Commits(string[] paths)
    {
        var all = _git.Ask(["log", "--format=%H", "--", .. paths])?.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return all is [_, ..] ? new[] { all[0], all[^1] }.Concat(all).Distinct() : [];
    }

    private Dictionary<string, string>? At(Kata kata, string commit)
    {
        Dictionary<string, string> texts = [];
        foreach (var file in kata.Edit)
        {
            if (_git.Ask("show", $"{commit}:./{repository.Relative(kata.FullPath(file))}") is not { } text)
            {
                return null;
            }
            texts.Add(file, text);
        }
        return texts;
    }

    private static UserError Missing(Kata kata, string why, string what) =>
        new($"The stub of {kata.Name} cannot be put back: {why}\n{what} Nothing was changed.", ExitCodes.Failed);
}
