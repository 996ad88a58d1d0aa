namespace ConcurrencyKatas.Cli.Course;

/// <summary>The second-level sections of a Markdown file.</summary>
internal static class Sections
{
    /// <summary>Headings and what stands under them, in order. Lines inside code fences are no headings.</summary>
    public static IReadOnlyList<(string Heading, string Body)> Of(string path)
    {
        List<(string Heading, List<string> Body)> sections = [];
        var fenced = false;
        foreach (var line in File.ReadLines(path))
        {
            fenced ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!fenced && line.StartsWith("## ", StringComparison.Ordinal))
            {
                sections.Add((line[3..].Trim(), []));
            }
            else if (sections.Count > 0)
            {
                sections[^1].Body.Add(line);
            }
        }
        return [.. sections.Select(s => (s.Heading, string.Join('\n', s.Body).Trim()))];
    }
}
