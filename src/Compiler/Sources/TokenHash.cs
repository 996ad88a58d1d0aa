using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace ConcurrencyKatas.Compiler.Sources;

/// <summary>Hashes of what a program says, whatever its layout and comments: over its tokens without trivia.</summary>
internal static class TokenHash
{
    private const int Bytes = 16;

    /// <summary>The hash of one file.</summary>
    public static string Of(SyntaxTree tree)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, tree);
        return Finish(hash);
    }

    /// <summary>One hash of several files with their names, in the order of the names.</summary>
    public static string OfAll(IEnumerable<SyntaxTree> trees)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var tree in trees.OrderBy(t => t.FilePath, StringComparer.Ordinal))
        {
            Add(hash, tree.FilePath);
            Add(hash, tree);
        }
        return Finish(hash);
    }

    private static void Add(IncrementalHash hash, SyntaxTree tree)
    {
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            Add(hash, token.Text);
        }
    }

    private static void Add(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }

    private static string Finish(IncrementalHash hash) =>
        Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
}
