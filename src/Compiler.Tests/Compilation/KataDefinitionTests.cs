using System.Text.Json.Nodes;
using ConcurrencyKatas.Grading.Compilation;

namespace ConcurrencyKatas.Compiler.Tests.Compilation;

public sealed class KataDefinitionTests : IDisposable
{
    private const string Good = """
        {
          "title": "Four rooms", "track": "processes", "difficulty": 2, "teaches": ["a"], "outOfScope": [], "after": [],
          "edit": ["Spa.cs"], "entry": "Spa.Open", "signature": "public static void Open(int guests)", "allows": [], "run": [8]
        }
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("kata-root-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void It_is_read()
    {
        var kata = Load(Good);
        Assert.Equal(("Rooms", "Four rooms", "Spa.Open", 2), (kata.Slug, kata.Title, kata.Entry, kata.Difficulty));
        Assert.Equal(["Spa.cs"], kata.Edit);
        Assert.Equal(8, Assert.Single(kata.Run).GetInt32());
    }

    [Theory]
    [InlineData("title", null, "\"title\" is missing")]
    [InlineData("title", "\"\"", "\"title\" must be a text")]
    [InlineData("title", "7", "\"title\" must be a text")]
    [InlineData("python", "\"\"", "\"python\" must be a text")]
    [InlineData("difficulty", "0", "\"difficulty\" must be a whole number from 1 to 5")]
    [InlineData("difficulty", "2.5", "\"difficulty\" must be a whole number from 1 to 5")]
    [InlineData("difficulty", "6", "\"difficulty\" must be a whole number from 1 to 5")]
    [InlineData("difficulty", "\"2\"", "\"difficulty\" must be a whole number")]
    [InlineData("teaches", "\"a\"", "\"teaches\" must be a list of texts")]
    [InlineData("teaches", "[1]", "\"teaches\" must be a list of texts")]
    [InlineData("edit", "[]", "\"edit\" names no file")]
    [InlineData("edit", "[\"../Spa.cs\"]", "inside the kata's folder")]
    [InlineData("edit", "[\"/etc/Spa.cs\"]", "inside the kata's folder")]
    [InlineData("edit", "[\"Given/Room.cs\"]", "inside the kata's folder")]
    [InlineData("edit", "[\"Spa.txt\"]", "not a C# file")]
    [InlineData("entry", "\"Open\"", "not of the form Class.Method")]
    [InlineData("signature", "\"public static void Close()\"", "does not declare Open")]
    [InlineData("allow", "[]", "\"allow\" is unknown")]
    [InlineData("run", "1", "\"run\" must be a list")]
    public void A_wrong_field_is_named(string field, string? value, string complaint)
    {
        var json = JsonNode.Parse(Good)!.AsObject();
        json.Remove(field);
        if (value is not null)
        {
            json[field] = JsonNode.Parse(value);
        }
        var thrown = Assert.Throws<InvalidDataException>(() => Load(json.ToJsonString()));
        Assert.Contains(complaint, thrown.Message, StringComparison.Ordinal);
        Assert.Contains("kata.json", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    public void What_is_no_object_is_refused(string text) =>
        Assert.Contains(
            "kata.json",
            Assert.Throws<InvalidDataException>(() => Load(text)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Nothing")]
    [InlineData("../katas/Rooms")]
    public void An_unknown_kata_is_refused_with_where_to_look(string slug)
    {
        Load(Good);
        var thrown = Assert.Throws<InvalidDataException>(() => KataDefinition.Load(_root, slug));
        Assert.Contains("./kata list", thrown.Message, StringComparison.Ordinal);
    }

    private KataDefinition Load(string json)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_root, "katas", "Rooms")).FullName;
        File.WriteAllText(Path.Combine(folder, "kata.json"), json);
        return KataDefinition.Load(_root, "Rooms");
    }
}
