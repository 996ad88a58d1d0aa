using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>The page that says which primitive to take names what there is, and all that there is.</summary>
public sealed partial class WhichPrimitiveTests
{
    // What is reached through another type of the page, or is no tool to choose.
    private static readonly Type[] s_unnamed = [typeof(AsyncResult<>), typeof(ResultIterator<>), typeof(SharedNumbers)];

    [Fact]
    public void Its_table_has_a_row_for_everything_that_a_program_can_make()
    {
        string[] named = [.. Codes().Select(static code => Name().Match(code).Value)];
        IEnumerable<string> made = typeof(Process)
            .Assembly.GetExportedTypes()
            .Where(static type => type is { Namespace: "ConcurrencyKatas", IsClass: true, IsNested: false })
            .Where(static type => !typeof(Exception).IsAssignableFrom(type) && !IsOfAManager(type))
            .Where(static type => !type.IsAbstract || type.IsSealed) // static classes are both
            .Except(s_unnamed)
            .Select(static type => type.Name.Split('`')[0]);
        Assert.Equal(made.Order(StringComparer.Ordinal), named.Intersect(made).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_member_that_its_table_names_is_there()
    {
        HashSet<string> names =
        [
            .. typeof(Process)
                .Assembly.GetExportedTypes()
                .SelectMany(static type =>
                    type.GetMembers().Select(static member => member.Name).Append(type.Name.Split('`')[0])
                ),
        ];
        string[] named = [.. Codes().SelectMany(static code => Name().Matches(code)).Select(static name => name.Value)];
        Assert.True(named.Length > 15, $"The table names {named.Length} only.");
        Assert.All(named, name => Assert.Contains(name, names));
    }

    private static bool IsOfAManager(Type type) => type.Name.Split('`')[0].EndsWith("Proxy", StringComparison.Ordinal);

    private static string[][] Rows([CallerFilePath] string source = "") =>
        [
            .. File.ReadLines(Path.Combine(Path.GetDirectoryName(source)!, "../../../docs/which-primitive.md"))
                .Where(static line => line.StartsWith("| ", StringComparison.Ordinal))
                .Skip(1)
                .Select(static line => line.Trim('|', ' ').Split(" | ")),
        ];

    // What stands in the column of this library as code.
    private static IEnumerable<string> Codes() =>
        Rows().SelectMany(static row => Code().Matches(row[1])).Select(static code => code.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    // Names, but for type parameters and values.
    [GeneratedRegex("[A-Z][A-Za-z]+")]
    private static partial Regex Name();
}
