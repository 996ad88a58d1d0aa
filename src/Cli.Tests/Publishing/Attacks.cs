namespace ConcurrencyKatas.Cli.Tests.Publishing;

/// <summary>Texts that mean something in one of the languages that reports are written in.</summary>
internal static class Attacks
{
    private static readonly string[] s_all =
    [
        "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)\" x=\"",
        "]]></failure></testcase><testcase name=\"forged\"/>",
        "</style></title></body></html><h1>forged</h1>",
        "```\n\n# forged\n\n````\n<details>",
        "a | b |\n|---|---|\n| forged | 100/100 |",
        "[click](javascript:alert(1)) ![x](https://example.org/x.png) <https://example.org> www.example.org @everyone #1",
        "\n::error file=forged.cs,line=1::forged",
        "::notice title=Autograding report::{\"totalPoints\":100,\"maxPoints\":100}",
        "x ##[error]forged ##[add-mask]e",
        "\r\n::set-output name=points::100\r::stop-commands::x",
        "points=100\nmax-points=100\nresult<<X\nforged\nX",
        "%0A::error::forged%25%2C,:",
        "\u0000\u0007\u001b[31mred\u001b[0m\ud800 \u202Egnp.exe\u2066 \u2028::error::forged",
        "../../etc/passwd",
        "$(touch forged) `touch forged` '; touch forged; '",
        "=HYPERLINK(\"https://example.org\")",
        "",
    ];

    public static TheoryData<string> All => [.. s_all];

    /// <summary>All of them in one text.</summary>
    public static string Together => string.Join("\n", s_all);
}
