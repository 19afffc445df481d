using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Authoring;

/// <summary>Changes one field of a proposal and keeps every other byte.</summary>
public static class SetField
{
    public static Outcome Run(Proposal proposal, string name, string value)
    {
        if (FindLineBreak(name, value) is { } lines) return lines;
        var demand = Find(proposal, name);
        if (demand is { Values.IsEmpty: false } && Allowed(proposal, demand, value) is { } refusal) return refusal;
        var spelling = demand is { Values.IsEmpty: false } ? Spelled(proposal, demand, value) : value;
        var changes = Change(proposal, name, demand, spelling);
        return changes is null
            ? new Outcome.Refused(RefusalCode.NotAllowed, $"{proposal.Path} has no header that '{name}' could be written in")
            : new Outcome.Done(proposal.Id, proposal.Number, proposal.Path, changes, Changes.PathsOf(changes)) { Notes = demand is null ? NotesOnNew(proposal, name) : [] };
    }

    /// <returns>Null where a field and its value are one line, so that they can hold nothing else.</returns>
    internal static Outcome.Refused? FindLineBreak(string name, string value) =>
        name.AsSpan().ContainsAny('\r', '\n') ? new Outcome.Refused(RefusalCode.NotAllowed, "the name of a field is one line")
        : value.AsSpan().ContainsAny('\r', '\n') ? new Outcome.Refused(RefusalCode.NotAllowed, "a value is one line")
        : null;

    // A slip of the pen must not pass for a field that was changed.
    private static ImmutableArray<string> NotesOnNew(Proposal proposal, string name)
    {
        var asked = proposal.AnswersTo<Demand.Field>().Select(a => a.Demand.Name).ToList();
        if (asked.Count == 0 || proposal.Document.Header.Any(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase))) return [];
        return [$"neither the template nor {proposal.Id} had a field '{name}', and now it has{(Spelling.Nearest(name, asked) is { } near ? $"; did you mean '{near}'?" : "")}"];
    }

    /// <summary>Whether a field, however it is spelled, is the one that holds the status: it changes by a move, which passes a gate.</summary>
    public static bool IsStatus(Process process, string name) =>
        process.StatusPlace == StatusPlace.Field && string.Equals(Letters(name), Letters(process.StatusField ?? "Status"), StringComparison.OrdinalIgnoreCase);

    /// <returns>Null when the document has no header and neither has its template.</returns>
    internal static ChangeSet? Change(Proposal proposal, string name, Demand.Field? demand, string value)
    {
        var document = proposal.Document;
        var answer = demand is null ? null : proposal.Answers.FirstOrDefault(a => ReferenceEquals(a.Demand, demand));
        var field = answer?.Field ?? document.Header.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
        if (field is not null) return FieldText.Replace(document, field, value, keepMarkup: answer?.State is not (AnswerState.Placeholder or AnswerState.Empty));
        var spelled = demand?.Name ?? name;
        if (demand?.Style == HeaderStyle.SectionField && answer?.Section is { } section) return FieldAnswers.BoxesOf(section) is { } boxes ? Tick(proposal.Text, boxes, value) : ReplaceBody(proposal.Text, section, value);
        if (!document.Header.IsEmpty)
        {
            var last = document.Header[^1];
            var like = document.Header.First(f => f.Style == last.Style && f.In == last.In);
            return FieldText.Insert(document, like, last, spelled, value);
        }
        var shape = proposal.Schema.Document.Header.FirstOrDefault();
        return shape is null or { Style: HeaderStyle.Table } ? null : FirstField(proposal, shape, spelled, value);
    }

    private static ChangeSet FirstField(Proposal proposal, HeaderField shape, string name, string value)
    {
        var text = proposal.Text;
        var line = FieldText.Line(proposal.Schema.Document.TextOf(shape), shape, name, value);
        if (shape.Style == HeaderStyle.FrontMatter) return ChangeSet.Edit(text, default, $"---{text.NewLine}{line}{text.NewLine}---{text.NewLine}{text.NewLine}");
        if (shape.Style == HeaderStyle.Preamble || proposal.Document.Title is not { } title) return ChangeSet.Edit(text, default, $"{line}{text.NewLine}{text.NewLine}");
        return ChangeSet.Edit(text, new TextSpan(title.Span.End, 0), $"{text.NewLine}{text.NewLine}{line}");
    }

    // Null where no box is that of the value.
    private static ChangeSet? Tick(SourceText text, Block.List boxes, string value)
    {
        var at = boxes.Items.ToList().FindIndex(i => string.Equals(Letters(EnumReader.CleanValue(BlockWalk.TextOf(BlockWalk.Leaves(i.Blocks).First()).Split('(', '{')[0])), Letters(value), StringComparison.OrdinalIgnoreCase));
        if (at < 0) return null;
        // One of several is chosen; where several are ticked, they are the steps that have passed.
        var isChoice = boxes.Items.Count(static i => i.IsDone == true) <= 1;
        return new ChangeSet([.. boxes.Items.Select((item, i) => (item, Done: i == at || (item.IsDone == true && i < at && !isChoice))).Where(b => b.item.IsDone != b.Done).SelectMany(b => Mark(b.item, b.Done).Edits)], [], []);

        ChangeSet Mark(ListItem item, bool isDone) => ChangeSet.Edit(text, new TextSpan(item.Span.Start + text.Slice(item.Span).IndexOf('[') + 1, 1), isDone ? "x" : " ");
    }

    private static ChangeSet ReplaceBody(SourceText text, Section section, string value)
    {
        if (section.Blocks.IsEmpty) return ChangeSet.Edit(text, new TextSpan(section.Heading!.Span.End, 0), $"{text.NewLine}{text.NewLine}{value}");
        return ChangeSet.Edit(text, section.Blocks[0].Span, value);
    }

    private static Demand.Field? Find(Proposal proposal, string name) =>
        proposal.AnswersTo<Demand.Field>().Select(a => a.Demand)
            .FirstOrDefault(f => string.Equals(Letters(f.Name), Letters(name), StringComparison.OrdinalIgnoreCase));

    private static Outcome.Refused? Allowed(Proposal proposal, Demand.Field demand, string value)
    {
        if (IsStatus(proposal, demand) ? proposal.Process.Statuses.Find(value) is not null : demand.Values.Contains(value, StringComparer.OrdinalIgnoreCase)) return null;
        var known = IsStatus(proposal, demand) ? proposal.Process.Statuses.Statuses.Select(s => s.Name) : demand.Values;
        return new Outcome.Refused(RefusalCode.NotAllowed, $"'{value}' is not one of {string.Join(", ", known.Select(v => $"'{v}'"))}");
    }

    private static string Spelled(Proposal proposal, Demand.Field demand, string value) =>
        IsStatus(proposal, demand) && proposal.Process.Statuses.Find(value) is { Parameter.Length: 0 } match
            ? match.Status.Name
            : demand.Values.FirstOrDefault(v => string.Equals(v, value, StringComparison.OrdinalIgnoreCase)) ?? value;

    private static bool IsStatus(Proposal proposal, Demand.Field demand) =>
        string.Equals(demand.Name, proposal.Process.StatusField, StringComparison.OrdinalIgnoreCase) && !proposal.Process.Statuses.Statuses.IsEmpty;

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
