using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Processes;

/// <summary>A YAML value with its place. An alias is the node that it names.</summary>
/// <param name="Size">Nodes in it, aliases unfolded; saturates.</param>
internal abstract record YamlNode(TextSpan Span, int Size)
{
    /// <param name="IsPlain">Without quotes: an empty plain value is no value.</param>
    public sealed record Scalar(TextSpan Span, string Value, bool IsPlain) : YamlNode(Span, 1)
    {
        public bool IsNull => IsPlain && Value is "" or "~" or "null";
    }

    public sealed record Sequence(TextSpan Span, int Size, ImmutableArray<YamlNode> Items) : YamlNode(Span, Size);

    public sealed record Mapping(TextSpan Span, int Size, ImmutableArray<YamlEntry> Entries) : YamlNode(Span, Size)
    {
        public YamlNode? Find(string key)
        {
            foreach (var entry in Entries)
            {
                if (string.Equals(entry.Key.Value, key, StringComparison.Ordinal)) return entry.Value;
            }
            return null;
        }
    }
}

internal readonly record struct YamlEntry(YamlNode.Scalar Key, YamlNode Value);
