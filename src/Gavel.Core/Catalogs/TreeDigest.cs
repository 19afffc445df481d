using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Gavel.Core.Documents;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Says in a few characters everything of a tree that a catalog depends on: the names of all files and the content of all documents.</summary>
internal static class TreeDigest
{
    public static string Of(ITree tree, ImmutableArray<ISyntax> syntaxes, IEnumerable<string> more)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in more) Add(part);
        foreach (var file in tree.Files)
        {
            Add(file.Path);
            foreach (var syntax in syntaxes)
            {
                if (!syntax.Reads(file.Path)) continue;
                Add(tree.IdOf(file).Sha);
                break;
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));

        void Add(string text)
        {
            Span<byte> bytes = stackalloc byte[512];
            if (Encoding.UTF8.TryGetBytes(text, bytes, out var length)) hash.AppendData(bytes[..length]);
            else hash.AppendData(Encoding.UTF8.GetBytes(text));
            hash.AppendData("\n"u8);
        }
    }
}
