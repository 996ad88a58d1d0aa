using System.Security.Cryptography;
using System.Text;

namespace ConcurrencyKatas.Cli.Course;

/// <summary>One hash over the names and bytes of files.</summary>
internal static class ContentHash
{
    /// <summary>The hash, in hexadecimal. The order of the files does not matter.</summary>
    public static string Of(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
