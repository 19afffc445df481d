using System.Collections.Immutable;
using Gavel.Core.Processes;
using Gavel.Core.Text;

namespace Gavel.Core.Searching;

/// <summary>Words out of a proposal, around what was searched.</summary>
/// <param name="Text">One line.</param>
/// <param name="Marks">Where it has what was searched, in order; none overlap. Nothing is escaped.</param>
/// <param name="Line">1-based, in the file.</param>
public sealed record Excerpt(string Text, ImmutableArray<TextSpan> Marks, int Line);

/// <param name="TitleMarks">Where the title has what was searched.</param>
/// <param name="Heading">The heading above the excerpt; null above the first.</param>
/// <param name="Anchor">The heading's address in the page; null where there is none.</param>
public sealed record SearchHit(
    string Id, string Title, ImmutableArray<TextSpan> TitleMarks, string? Status, StatusKind? Kind, string Process, string Path, long Score, Excerpt Excerpt, string? Heading, string? Anchor);

/// <param name="Total">How many proposals match; at least so many where <paramref name="IsCapped"/>.</param>
/// <param name="IsRelaxed">No proposal has every word: these have some.</param>
/// <param name="Unknown">Words of the query that no proposal has.</param>
/// <param name="Unmet">Where nothing matches: names of the fields that no proposal has with the value that was asked for.</param>
public sealed record SearchResult(string Query, int Total, bool IsCapped, bool IsRelaxed, ImmutableArray<string> Unknown, ImmutableArray<string> Unmet, ImmutableArray<SearchHit> Hits);
