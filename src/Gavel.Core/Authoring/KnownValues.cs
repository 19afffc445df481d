using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gavel.Core.Processes;

namespace Gavel.Core.Authoring;

/// <summary>What is known of a new proposal before anybody writes it.</summary>
/// <param name="Author">"Name &lt;mail&gt;" or a name; null when unknown.</param>
internal sealed record KnownValues(Process Process, int? Number, string Title, string Slug, string? Author, DateOnly Today)
{
    /// <summary>The name of the file that is written; empty when it is not known.</summary>
    public string FileName { get; init; } = "";

    /// <summary>By the name of a field: how many digits the other proposals write there at least; none where they do not pad.</summary>
    public ImmutableDictionary<string, int> Widths { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Fields that hold the number in each of the other proposals, whatever they are called.</summary>
    public ImmutableHashSet<string> Counted { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>How many digits the others write in their titles at least.</summary>
    public int TitleWidth { get; init; } = 1;

    public string NumberText => Number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public string Date => Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The author's name without the address.</summary>
    public string? AuthorName => Author is null ? null : Author.IndexOf('<', StringComparison.Ordinal) is var at and > 0 ? Author[..at].Trim() : Author;

    /// <summary>A pattern of a field filled in: <c>{name} {number} {title} {slug} {author} {date}</c>.</summary>
    /// <param name="width">The least digits of the number.</param>
    /// <returns>Null when it asks for something unknown.</returns>
    public string? Fill(string pattern, int width = 1)
    {
        var text = new StringBuilder();
        for (var at = 0; at < pattern.Length;)
        {
            var end = pattern[at] == '{' ? pattern.IndexOf('}', at) + 1 : 0;
            var name = end > 0 ? pattern[at..end] : "";
            // What is filled in may itself look like a name.
            var (value, next) = name switch
            {
                "{name}" => (Process.Name, end),
                "{title}" => (Title, end),
                "{slug}" => (Slug, end),
                "{date}" => (Date, end),
                "{number}" => (Number is null ? null : NumberText.PadLeft(width, '0'), end),
                "{author}" => (AuthorName, end),
                _ => (pattern[at..(at + 1)], at + 1),
            };
            if (value is null) return null;
            text.Append(value);
            at = next;
        }
        return text.ToString();
    }
}
