using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Relations;

/// <summary>Writes the other end of a relation into the header of the other proposal, in the spelling of the end that is there. Not safe: it is another author's text.</summary>
internal static class OtherEnd
{
    /// <returns>Null where the other proposal has no header, and its template no such field.</returns>
    public static Fix? Fix(Catalog catalog, CatalogEntry entry, Reference reference, CatalogEntry other, ReferenceKind kind)
    {
        if (catalog.Opener is null || entry.Number is not { } number) return null;
        var here = catalog.Open(entry);
        if (!string.Equals(reference.At.Path, here.Path, StringComparison.Ordinal)) return null;
        var there = catalog.Open(other);
        var value = Spelled(here.Text.Slice(reference.At.Span).ToString(), number);
        var name = there.Document.Header.FirstOrDefault(f => f.In is null && ReferenceReader.KindOf(f.Name) == kind);
        var changes = name is not null ? Add(there, name, value) : Insert(there, kind, value);
        return changes is null ? null : new Fix($"say in {other.Id} that it {(kind == ReferenceKind.SupersededBy ? "is superseded by" : "supersedes")} {entry.Id}", IsSafe: false, changes);
    }

    // "PEP 0484" with another number: as many digits where there are leading zeros.
    private static string Spelled(string reference, int number)
    {
        var end = reference.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(reference[start - 1])) start--;
        var digits = reference.AsSpan(start, end - start);
        var text = number.ToString(digits is ['0', ..] ? "D" + digits.Length.ToString(CultureInfo.InvariantCulture) : "D", CultureInfo.InvariantCulture);
        return string.Concat(reference.AsSpan(0, start), text);
    }

    // Null for a list of YAML with each item on a line.
    private static ChangeSet? Add(Proposal proposal, HeaderField field, string value)
    {
        var answer = proposal.AnswersTo<Demand.Field>().FirstOrDefault(a => ReferenceEquals(a.Answer.Field, field))?.Answer;
        var isFree = field.ValueSpan.IsEmpty || answer is { IsThere: false } || answer is { State: AnswerState.None } || Cues.None.Is(field.Value);
        if (!isFree)
        {
            // Behind bare numbers an id would be the only one that is read.
            if (!field.Value.Any(char.IsLetter)) value = value[(value.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1)..];
            return Behind(proposal.Text, field) is { } end ? ChangeSet.Edit(proposal.Text, new TextSpan(end, 0), $", {value}") : null;
        }
        var chars = proposal.Text.Chars;
        var gap = field.ValueSpan.IsEmpty && field.ValueSpan.Start > 0 && !char.IsWhiteSpace(chars[field.ValueSpan.Start - 1]) ? " " : "";
        var comment = field.ValueSpan.End < chars.Length && chars[field.ValueSpan.End] == '#' ? " " : "";
        return ChangeSet.Edit(proposal.Text, field.ValueSpan, gap + value + comment);
    }

    // Where the value goes on: in YAML within its quotes or brackets.
    private static int? Behind(SourceText text, HeaderField field)
    {
        if (field.Style is not HeaderStyle.FrontMatter) return field.ValueSpan.End;
        if (text.Slice(TextSpan.Between(field.NameSpan.End, field.ValueSpan.End)).ContainsAny('\r', '\n')) return null;
        return text.Slice(field.ValueSpan) is [.., ']' or '"' or '\''] ? field.ValueSpan.End - 1 : field.ValueSpan.End;
    }

    // A line like that of the field before it, only where the template has a name for it.
    private static ChangeSet? Insert(Proposal proposal, ReferenceKind kind, string value)
    {
        if (proposal.Schema.All<Demand.Field>().FirstOrDefault(f => ReferenceReader.KindOf(f.Name) == kind) is not { } demand) return null;
        if (proposal.Document.Header.LastOrDefault(f => f.In is null && f.Style is not (HeaderStyle.Table or HeaderStyle.SectionField or HeaderStyle.Sidecar)) is not { } last) return null;
        var text = proposal.Text;
        var first = text.Lines.LineOf(last.Span.Start);
        if (text.Lines.LineOf(last.NameSpan.Start) != first || last.NameSpan.End > last.ValueSpan.Start) return null;
        var start = text.Lines.StartOf(first);
        var between = text.Chars[last.NameSpan.End..last.ValueSpan.Start];
        if (between.AsSpan().ContainsAny('\r', '\n')) return null;
        var line = $"{text.Chars[start..last.NameSpan.Start]}{demand.Name}{between}{(between is [.., ' ' or '\t'] ? "" : " ")}{value}";
        return ChangeSet.Edit(text, new TextSpan(start, 0), line + text.NewLine);
    }
}
