using System.Reflection;
using System.Text.Json;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Cli.Verbs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void The_example_of_the_report_format_has_every_member_of_the_records_and_no_other()
    {
        var document = RepositoryFolder.Read("docs/report-format.md");
        var start = document.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        var example = document[start..document.IndexOf("\n```", start, StringComparison.Ordinal)];
        using var parsed = JsonDocument.Parse(example);
        HashSet<string> seen = [];
        Visit(typeof(Report), parsed.RootElement, seen);
        Assert.Equal(MembersOf(typeof(Report)).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));

        var report = JsonSerializer.Deserialize<Report>(example, ReportJson.Options)!;
        Assert.Equal(new Report { Katas = [] }.Format, report.Format);
        Assert.Equal(example, JsonSerializer.Serialize(report, ReportJson.Options));
    }

    [Fact]
    public void Every_status_is_documented()
    {
        var document = RepositoryFolder.Read("docs/report-format.md");
        Assert.All(
            Enum.GetValues<KataStatus>()
                .Select(s => JsonSerializer.Serialize(s))
                .Concat(Enum.GetValues<ClaimStatus>().Select(s => JsonSerializer.Serialize(s))),
            s => Assert.Contains($"`{s.Trim('"')}`", document, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_exit_code_is_documented()
    {
        var document = RepositoryFolder.Read("docs/architecture.md");
        Assert.All(
            typeof(ExitCodes).GetFields(BindingFlags.Public | BindingFlags.Static),
            f => Assert.Contains($"| {f.GetRawConstantValue()} | `{f.Name}` |", document, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_table_in_the_readme_is_the_one_that_the_list_prints()
    {
        var catalogue = Catalogue.Read(new Repository(RepositoryFolder.Root));
        var readme = RepositoryFolder.Read("README.md");
        const string Begin = "<!-- katas: ./kata list --markdown -->\n";
        var start = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var table = readme[start..readme.IndexOf("\n<!-- /katas -->", start, StringComparison.Ordinal)];
        Assert.Equal(ListVerb.Markdown(catalogue), table);
    }

    [Fact]
    public void The_course_map_is_the_one_that_the_list_prints()
    {
        var catalogue = Catalogue.Read(new Repository(RepositoryFolder.Root));
        Assert.Equal(CourseDocument.Markdown(catalogue) + "\n", RepositoryFolder.Read(CourseDocument.File));
    }

    [Fact]
    public void The_course_map_says_of_every_kata_where_its_idea_sits()
    {
        var map = CourseDocument.Markdown(Catalogue.Read(new Repository(RepositoryFolder.Root)));
        Assert.DoesNotContain("|  |", map, StringComparison.Ordinal);
        Assert.Equal(
            Directory.GetDirectories(Path.Combine(RepositoryFolder.Root, "katas")).Length,
            Count(map, "\n## ")
        );
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    // What is absent in one object of the example must be shown in another.
    private static void Visit(Type type, JsonElement element, HashSet<string> seen)
    {
        var members = type.GetProperties().ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));
        foreach (var member in element.EnumerateObject())
        {
            Assert.True(members.ContainsKey(member.Name), $"{type.Name} has no member '{member.Name}'.");
            seen.Add($"{type.Name}.{member.Name}");
            var memberType = members[member.Name].PropertyType;
            if (member.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in member.Value.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object))
                {
                    Visit(memberType.GetGenericArguments()[0], item, seen);
                }
            }
            else if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Visit(memberType, member.Value, seen);
            }
        }
    }

    private static IEnumerable<string> MembersOf(Type type) =>
        type.GetProperties()
            .SelectMany(p =>
            {
                var item =
                    p.PropertyType.IsGenericType && p.PropertyType.IsInterface
                        ? p.PropertyType.GetGenericArguments()[0]
                        : p.PropertyType;
                var below = item.Assembly == typeof(Report).Assembly && !item.IsEnum ? MembersOf(item) : [];
                return below.Prepend($"{type.Name}.{JsonNamingPolicy.CamelCase.ConvertName(p.Name)}");
            });
}
