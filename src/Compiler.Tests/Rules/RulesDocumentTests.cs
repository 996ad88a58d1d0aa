using ConcurrencyKatas.Compiler.Rules;

namespace ConcurrencyKatas.Compiler.Tests.Rules;

public sealed class RulesDocumentTests
{
    [Fact]
    public void The_document_says_what_the_tables_say()
    {
        string path = Repository.File("docs/rules.md");
        string expected = RulesDocument.Render().ReplaceLineEndings("\n");
        string received = Path.ChangeExtension(path, ".received.txt");
        string actual = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (actual != expected)
        {
            File.WriteAllText(received, expected);
        }
        Assert.True(actual == expected, $"The tables have changed. Look at {received} and move it over {path}.");
    }
}
