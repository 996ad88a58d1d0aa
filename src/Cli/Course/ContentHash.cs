using System.Security.Cryptography;
using System.Text;

namespace ConcurrencyKatas.Cli.Course;

/// <summary>One hash over the names and bytes of files.</summary>
internal static class ContentHash
{
    /// <summary>The hash, in hexadecimal. The order of the files does not matter, nor where the folder lies.</summary>
    /// <param name="folder">The folder that names are relative to.</param>
    /// <param name="files">Absolute paths.</param>
    /// <exception cref="IOException">A file cannot be read, for instance because an editor is just replacing it.</exception>
    public static string Of(string folder, IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var named = files.Select(f => (Name: Path.GetRelativePath(folder, f).Replace('\\', '/'), Path: f));
        foreach (var (name, path) in named.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(OfFile(path));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The hash of one file's bytes. Editors may write to it or replace it meanwhile.</summary>
    public static byte[] OfFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return SHA256.HashData(stream);
    }
}
