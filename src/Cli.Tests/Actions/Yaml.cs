using YamlDotNet.RepresentationModel;

namespace ConcurrencyKatas.Cli.Tests.Actions;

/// <summary>Reads YAML into dictionaries, lists and strings.</summary>
internal static class Yaml
{
    public static IReadOnlyDictionary<string, object> Read(string file) => Parse(RepositoryFolder.Read(file));

    public static IReadOnlyDictionary<string, object> Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (IReadOnlyDictionary<string, object>)Value(stream.Documents[0].RootNode);
    }

    /// <summary>The value at a path of keys.</summary>
    public static object At(this IReadOnlyDictionary<string, object> map, params string[] path) =>
        path.Aggregate((object)map, (at, key) => ((IReadOnlyDictionary<string, object>)at)[key]);

    /// <summary>The mapping at a path of keys; empty when there is none.</summary>
    public static IReadOnlyDictionary<string, object> Map(
        this IReadOnlyDictionary<string, object> map,
        params string[] path
    )
    {
        foreach (var key in path)
        {
            map = map.GetValueOrDefault(key) as IReadOnlyDictionary<string, object> ?? new Dictionary<string, object>();
        }
        return map;
    }

    /// <summary>The mappings in a list.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, object>> Maps(object list) =>
        [.. ((IEnumerable<object>)list).Cast<IReadOnlyDictionary<string, object>>()];

    private static object Value(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => map.Children.ToDictionary(p => p.Key.ToString(), p => Value(p.Value)),
            YamlSequenceNode list => list.Select(Value).ToList(),
            _ => ((YamlScalarNode)node).Value ?? "",
        };
}
