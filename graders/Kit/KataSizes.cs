using System.Reflection;

namespace ConcurrencyKatas.Graders.Kit;

/// <summary>Finds the graders of a kata, which nothing lists.</summary>
internal static class KataSizes
{
    /// <summary>The class of a kata's claims.</summary>
    public static IEnumerable<Type> ClassesOf(string kata) =>
        typeof(KataSizes).Assembly.GetTypes().Where(type => type.GetCustomAttribute<KataAttribute>()?.Kata == kata);

    /// <summary>The sizes at which a kata is graded, in the order of the source.</summary>
    public static IEnumerable<Size> Of(string kata) =>
        from type in ClassesOf(kata)
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field.FieldType == typeof(Size)
        orderby field.MetadataToken
        select (Size)field.GetValue(null)!;

    /// <summary>The size that somebody means: by its slug, by a part of that which no other has, or, saying nothing, the first proved one.</summary>
    /// <returns>Null when none or several are meant.</returns>
    public static Size? Find(IReadOnlyList<Size> sizes, string? wanted)
    {
        if (wanted is null)
        {
            return sizes.FirstOrDefault(size => size.Proof) ?? sizes.FirstOrDefault();
        }
        string slug = ReplayToken.Slug(wanted);
        List<Size> similar = [.. sizes.Where(size => slug.Length > 0 && size.Slug.Contains(slug))];
        return sizes.FirstOrDefault(size => size.Slug == slug) ?? (similar.Count == 1 ? similar[0] : null);
    }
}
