using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gavel.Core.Catalogs;
using Gavel.Core.Timelines;

namespace Gavel.Core.Reporting;

/// <summary>The difference between two versions of a proposal: fields, sections, words.</summary>
public static class DiffReport
{
    private const int Context = 8; // words beside a change
    private const int CodeContext = 2; // lines beside a change
    private const int WidthInPipe = 100;

    public static string RenderJson(string id, ProposalVersion from, ProposalVersion to, DocumentDiff diff) => JsonText.Object(writer =>
    {
        writer.WriteText("id", id);
        WriteEnd(writer, "from", from);
        WriteEnd(writer, "to", to);
        writer.WriteObjects("fields", diff.Fields, field =>
        {
            writer.WriteText("name", field.Name);
            writer.WriteText("from", field.From);
            writer.WriteText("to", field.To);
        });
        writer.WriteObjects("sections", diff.Sections, section =>
        {
            writer.WriteText("title", section.Title);
            writer.WriteString("change", NameOf(section.Change));
            writer.WriteCount("fromLine", section.FromLine);
            writer.WriteCount("toLine", section.ToLine);
            writer.WriteObjects("words", section.Words, run =>
            {
                writer.WriteString("op", run.Op switch { WordOp.Same => "=", WordOp.Added => "+", _ => "-" });
                writer.WriteText("text", run.Text);
            });
        });
    });

    public static string NameOf(SectionChange change) => change.ToString().ToLowerInvariant();

    public static string RenderText(CatalogEntry entry, ProposalVersion from, ProposalVersion to, DocumentDiff diff, TextStyle style)
    {
        var text = new StringBuilder();
        text.Append(style.Bold(TerminalText.Safe($"{entry.Id}: {entry.Title}"))).Append('\n').Append(style.Dim($"{Words(from, isFrom: true)} → {Words(to, isFrom: false)}")).Append("\n\n");
        if (diff.IsEmpty) return text.Append("Nothing is different.\n").ToString();
        foreach (var field in diff.Fields) text.Append("  ").Append(TerminalText.Safe(field.Name)).Append(": ").Append(Change(field, style)).Append('\n');
        if (!diff.Fields.IsEmpty) text.Append('\n');
        foreach (var section in diff.Sections) Append(text, section, style);
        return text.Append(Summary(diff)).Append('\n').ToString();
    }

    private static void WriteEnd(Utf8JsonWriter writer, string name, ProposalVersion version)
    {
        writer.WriteStartObject(name);
        writer.WriteText("revision", version.Revision);
        writer.WriteDate("date", version.Date);
        writer.WriteEndObject();
    }

    private static string Words(ProposalVersion version, bool isFrom) => version switch
    {
        { Revision: { } commit, Date: { } date } => $"{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} ({commit[..7]})",
        { Revision: { } commit } => commit[..7],
        { Date: { } date } => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => isFrom && version.Document.Text.Chars.Length == 0 ? "nothing" : "work tree",
    };

    private static string Change(FieldDifference field, TextStyle style)
    {
        var (from, to) = (field.From is null ? null : TerminalText.Safe(field.From), field.To is null ? null : TerminalText.Safe(field.To));
        return (from, to) switch
        {
            (null, { } value) => Added(value, style),
            ({ } value, null) => Removed(value, style),
            _ => $"{Removed(from!, style)} {Added(to!, style)}",
        };
    }

    private static void Append(StringBuilder text, SectionDifference section, TextStyle style)
    {
        var title = section.Title.Length == 0 ? "(before the first heading)" : TerminalText.Safe(section.Title);
        var notes = new List<string>();
        if (section.Change == SectionChange.Renamed) notes.Add($"renamed from '{TerminalText.Safe(section.FromTitle ?? "")}'");
        else notes.Add(NameOf(section.Change));
        if (section.Change is SectionChange.Renamed or SectionChange.Moved && section.IsEdited) notes.Add("edited");
        notes.Add(section is { FromLine: { } then, ToLine: { } now } && then != now ? string.Create(CultureInfo.InvariantCulture, $"line {then} → {now}") : string.Create(CultureInfo.InvariantCulture, $"line {section.ToLine ?? section.FromLine}"));
        text.Append(style.Bold(title)).Append("  ").Append(style.Dim(string.Join(", ", notes))).Append('\n');
        if (section.Change is not (SectionChange.Moved or SectionChange.Renamed) || section.IsEdited) AppendWords(text, section, style);
        text.Append('\n');
    }

    // Wrapped anew; what is the same is folded but for some words beside a change.
    private static void AppendWords(StringBuilder text, SectionDifference section, TextStyle style)
    {
        var line = new Wrapping(text, Math.Max(30, (style.Width ?? WidthInPipe) - 2));
        for (var i = 0; i < section.Words.Length; i++)
        {
            var run = section.Words[i];
            if (run.IsCode)
            {
                line.End();
                AppendCode(text, run, i == 0, i + 1 == section.Words.Length, style);
                continue;
            }
            var words = run.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (run.Op == WordOp.Same)
            {
                var (head, tail) = (i == 0 ? 0 : Context, i + 1 == section.Words.Length ? 0 : Context);
                if (words.Length > head + tail + 3) words = [.. words[..head], "…", .. words[(words.Length - tail)..]];
            }
            for (var w = 0; w < words.Length; w++)
            {
                var safe = TerminalText.Safe(words[w]);
                // Without colour the marks stand around the whole run.
                var marked = style.Colour || run.Op == WordOp.Same ? safe : string.Concat(w == 0 ? Open(run.Op) : "", safe, w + 1 == words.Length ? Close(run.Op) : "");
                var isJoined = w == 0 && i > 0 && section.Words[i - 1].Text is [.., var before] && !char.IsWhiteSpace(before);
                line.Add(style.Colour ? Dress(run.Op, marked, style) : marked, TerminalText.WidthOf(marked), isJoined);
            }
        }
        line.End();
    }

    // Line by line; of what is the same the lines beside a change.
    private static void AppendCode(StringBuilder text, WordRun run, bool isFirst, bool isLast, TextStyle style)
    {
        var lines = run.Text.TrimEnd('\n').Split('\n');
        if (run.Op == WordOp.Same)
        {
            var (head, tail) = (isFirst ? 0 : CodeContext, isLast ? 0 : CodeContext);
            if (lines.Length > head + tail + 1) lines = [.. lines[..head], "…", .. lines[(lines.Length - tail)..]];
        }
        foreach (var line in lines)
        {
            var safe = TerminalText.Safe(line);
            text.Append("    ").Append(run.Op == WordOp.Same ? safe : style.Colour ? Dress(run.Op, safe, style) : $"{Open(run.Op)}{safe}{Close(run.Op)}").Append('\n');
        }
    }

    private static string Open(WordOp op) => op == WordOp.Added ? "{+" : "[-";

    private static string Close(WordOp op) => op == WordOp.Added ? "+}" : "-]";

    private static string Dress(WordOp op, string word, TextStyle style) => op switch { WordOp.Added => style.Inserted(word), WordOp.Removed => style.Deleted(word), _ => word };

    private static string Added(string value, TextStyle style) => style.Colour ? style.Inserted(value) : $"{{+{value}+}}";

    private static string Removed(string value, TextStyle style) => style.Colour ? style.Deleted(value) : $"[-{value}-]";

    private static string Summary(DocumentDiff diff)
    {
        var parts = new List<string>();
        if (!diff.Fields.IsEmpty) parts.Add(Count(diff.Fields.Length, "field"));
        if (!diff.Sections.IsEmpty)
        {
            var kinds = diff.Sections.GroupBy(s => s.Change).OrderBy(g => g.Key).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {NameOf(g.Key)}"));
            parts.Add($"{Count(diff.Sections.Length, "section")} ({string.Join(", ", kinds)})");
        }
        var (added, removed) = (WordsOf(diff.Sections, WordOp.Added), WordsOf(diff.Sections, WordOp.Removed));
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(" and ", parts)} changed: {added} {(added == 1 ? "word" : "words")} in, {removed} out.");
    }

    private static int WordsOf(ImmutableArray<SectionDifference> sections, WordOp op) =>
        sections.Sum(s => s.Words.Where(w => w.Op == op).Sum(w => w.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length));

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    /// <summary>Lines of words, indented by two.</summary>
    private sealed class Wrapping(StringBuilder text, int width)
    {
        private int _at;

        /// <param name="columns">What the word takes, without its dress.</param>
        public void Add(string word, int columns, bool isJoined)
        {
            var space = _at == 0 || isJoined ? 0 : 1;
            if (_at > 0 && _at + space + columns > width)
            {
                text.Append('\n');
                _at = 0;
                space = 0;
            }
            if (_at == 0) text.Append("  ");
            else if (space == 1) text.Append(' ');
            text.Append(word);
            _at += space + columns;
        }

        public void End()
        {
            if (_at > 0) text.Append('\n');
            _at = 0;
        }
    }
}
