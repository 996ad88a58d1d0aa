using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ConcurrencyKatas.Multiprocessing.Tests.Watching;

/// <summary>
/// That none of CPython's own tests of <c>multiprocessing</c> is lost: each is named by a test here that shows the same, or by the
/// page of differences, which says why it cannot be.
/// </summary>
public sealed partial class CPythonCasesTests
{
    [Fact]
    public void Each_of_CPythons_cases_is_named_by_a_test_or_by_the_page_of_differences()
    {
        string[] cases = File.ReadAllLines(InTests("CPythonCases.txt"));
        Assert.True(cases.Length > 150, $"The list has only {cases.Length}.");
        Assert.Empty(cases.Except(Named(Texts())));
    }

    [Fact]
    public void Only_cases_of_the_list_are_named()
    {
        string[] cases = File.ReadAllLines(InTests("CPythonCases.txt"));
        Assert.Empty(
            Named(Texts()).Distinct().Except([.. cases, "_TestPicklingConnections.test_pickling_connections"])
        );
    }

    [Fact]
    public void A_case_that_nobody_names_is_seen() =>
        Assert.Equal(
            ["_TestA.test_one", "_TestA.test_two"],
            Named(["[Fact] // _TestA.test_one, test_two", "/// <c>test_three</c>"])
        );

    private static IEnumerable<string> Texts() =>
        Directory
            .EnumerateFiles(InTests(""), "*.cs", SearchOption.AllDirectories)
            .Where(static path => Path.GetFileNameWithoutExtension(path) != nameof(CPythonCasesTests))
            .Append(InTests("../../docs/python-differences.md"))
            .Select(File.ReadAllText);

    private static IEnumerable<string> Named(IEnumerable<string> texts) =>
        texts
            .SelectMany(static text => Case().Matches(text))
            .SelectMany(static found =>
                found.Groups["test"].Captures.Select(test => $"{found.Groups["class"].Value}.{test.Value}")
            );

    private static string InTests(string file, [CallerFilePath] string source = "") =>
        Path.Combine(Path.GetDirectoryName(source)!, "..", file);

    // _TestQueue.test_put, test_get
    [GeneratedRegex(@"\b(?<class>_?\w*Test\w*)\.(?<test>test_\w+)(?:, (?<test>test_\w+))*")]
    private static partial Regex Case();
}
