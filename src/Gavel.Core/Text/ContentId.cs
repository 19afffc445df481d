using System.Globalization;
using System.Text;

namespace Gavel.Core.Text;

/// <summary>The identity of some bytes: git's blob id, also for text that git has never seen. 40 lower-case hex digits.</summary>
public readonly record struct ContentId(string Sha)
{
    /// <summary>Git's blob id: SHA-1 over <c>blob LENGTH\0</c> and the content (git-hash-object(1)).</summary>
    public static ContentId Of(ReadOnlySpan<byte> content)
    {
        var head = string.Concat("blob ", content.Length.ToString(CultureInfo.InvariantCulture), "\0");
        return new ContentId(Sha1.Hex(Encoding.ASCII.GetBytes(head), content));
    }

    public override string ToString() => Sha;
}
