using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Processes;

/// <summary>A YAML value with its place. An alias is a node of its own, at the place of what it names.</summary>
internal abstract record YamlNode(TextSpan Span)
{
    /// <param name="IsPlain">Without quotes: an empty plain value is no value.</param>
    public sealed record Scalar(TextSpan Span, string Value, bool IsPlain) : YamlNode(Span)
    {
        public bool IsNull => IsPlain && Value is "" or "~" or "null";
    }

    public sealed record Sequence(TextSpan Span, ImmutableArray<YamlNode> Items) : YamlNode(Span);

    public sealed record Mapping(TextSpan Span, ImmutableArray<YamlEntry> Entries) : YamlNode(Span)
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
