using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gavel.Core.Authoring;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Web.Serving.Editing;

/// <summary>A proposal taken apart for a form, and put together again: what nobody touched keeps every byte.</summary>
internal sealed class Draft
{
    private readonly Proposal _proposal;
    private readonly ImmutableArray<TextSpan> _spans;

    private Draft(Proposal proposal, ImmutableArray<TextSpan> spans, ImmutableArray<DraftField> fields, ImmutableArray<DraftPart> parts)
    {
        _proposal = proposal;
        _spans = spans;
        Fields = fields;
        Parts = parts;
    }

    public ImmutableArray<DraftField> Fields { get; }

    /// <summary>In the order of the text; what is missing stands last, in the template's order.</summary>
    public ImmutableArray<DraftPart> Parts { get; }

    public static Draft Of(Proposal proposal)
    {
        var sections = TopSections(proposal.Document);
        var text = proposal.Text;
        var start = sections.IsEmpty ? text.Chars.Length : sections[0].Span.Start;
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var parts = ImmutableArray.CreateBuilder<DraftPart>();
        spans.Add(new TextSpan(0, start));
        parts.Add(new DraftPart("part:0", null, Lines(text, spans[0]), [], false, false));
        for (var i = 0; i < sections.Length; i++)
        {
            var end = i + 1 < sections.Length ? sections[i + 1].Span.Start : text.Chars.Length;
            spans.Add(TextSpan.Between(sections[i].Span.Start, end));
            var answer = proposal.Answers.FirstOrDefault(a => ReferenceEquals(a.Section, sections[i]) && a.Demand is Demand.Section);
            parts.Add(new DraftPart(string.Create(CultureInfo.InvariantCulture, $"part:{i + 1}"), sections[i].Heading?.Text, Lines(text, spans[^1]), Guidance.Of(proposal.Schema, answer?.Demand.Key), false, answer?.Demand.Requirement == Requirement.Required));
        }
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Section>())
        {
            if (answer.State == AnswerState.Absent && demand is { IsOffered: false, IsRepeatable: false, IsSlot: false, FieldKey: null, Parent: null } && proposal.Applies(demand))
                parts.Add(new DraftPart("missing:" + demand.Key, demand.Text, "", Guidance.Of(proposal.Schema, demand.Key), true, demand.Requirement == Requirement.Required));
        }
        return new Draft(proposal, spans.ToImmutable(), [.. FieldsOf(proposal)], parts.ToImmutable());
    }

    /// <summary>The parts of the text as a form sent them.</summary>
    public static string WrittenIn(Func<string, string?> input) =>
        string.Join('\n', Enumerable.Range(0, int.MaxValue).Select(i => input(string.Create(CultureInfo.InvariantCulture, $"part:{i}"))).TakeWhile(part => part is not null));

    /// <summary>The text with what a form says; an input that the form lacks leaves its stretch as it is.</summary>
    /// <param name="read">Parses the text again, to change its fields.</param>
    /// <returns>Null, with the reason, for a value that a field does not allow or a character that the file's encoding lacks.</returns>
    public (SourceText? Text, string? Why) Compose(Func<string, string?> input, Func<SourceText, Proposal> read)
    {
        var before = _proposal.Text;
        var composed = new StringBuilder(before.Chars.Length + 256);
        for (var i = 0; i < _spans.Length; i++)
        {
            var given = input(Parts[i].Input) is { } text ? Feeds(text) : null;
            if (given is null || given == Parts[i].Text) composed.Append(before.Chars, _spans[i].Start, _spans[i].Length);
            else composed.Append(Closed(given, _spans[i].End == before.Chars.Length).Replace("\n", before.NewLine, StringComparison.Ordinal));
        }
        foreach (var part in Parts.Where(p => p.IsMissing))
        {
            if (input(part.Input) is { } given && !string.IsNullOrWhiteSpace(given)) Append(composed, part.Heading!, Feeds(given).Trim('\n'), before.NewLine);
        }
        if (before.With(composed.ToString()) is not { } now) return (null, $"the encoding of {before.Path} lacks a character that was written");
        foreach (var field in Fields)
        {
            if (input(field.Input)?.Trim() is not { } value || value == field.Value) continue;
            switch (SetField.Run(read(now), field.Name, value))
            {
                case Outcome.Refused refused:
                    return (null, $"{field.Name}: {refused.Text}");
                case Outcome.Done done:
                    now = done.Changes.ApplyTo(now) ?? now;
                    break;
            }
        }
        return (now, null);
    }

    private void Append(StringBuilder text, string heading, string body, string newLine)
    {
        while (text.Length > 0 && text[^1] is '\n' or '\r') text.Length--;
        var level = _proposal.AnswersTo<Demand.Section>().Where(a => a.Answer is { Section.Heading: not null, IsSlot: false } && a.Demand.Parent is null).Select(a => a.Answer.Section!.Heading!).FirstOrDefault();
        var line = level switch
        {
            { Style: HeadingStyle.Underlined or HeadingStyle.Overlined } => $"{heading}\n{new string(level.Adornment, Math.Max(heading.Length, 3))}",
            null => $"## {heading}",
            _ => $"{new string('#', level.Level)} {heading}",
        };
        text.Append($"\n\n{line}\n\n{body}\n".Replace("\n", newLine, StringComparison.Ordinal));
    }

    private static IEnumerable<DraftField> FieldsOf(Proposal proposal)
    {
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Field>())
        {
            if (demand.Constant is not null || demand.Style == HeaderStyle.SectionField || answer.Field?.In is not null) continue;
            var isStatus = string.Equals(demand.Name, proposal.Process.StatusField, StringComparison.OrdinalIgnoreCase);
            if (isStatus) continue; // a status moves through its gate
            var value = answer.Field is { } field ? PlainText.Fold(proposal.Text.Substring(field.ValueSpan)) : "";
            yield return new DraftField(demand.Name, value, demand.Values, demand.Requirement == Requirement.Required, demand.Placeholder ?? "");
        }
    }

    // Below the title the sections stand one level lower; some documents have more of them beside it.
    private static ImmutableArray<Section> TopSections(Document document) =>
        document.Root.Children is [{ Heading: not null } first, .. var others] && (others.IsEmpty && !first.Children.IsEmpty || document.Title == first.Heading) ? [.. first.Children, .. others] : document.Root.Children;

    private static string Lines(SourceText text, TextSpan span) => Feeds(text.Substring(span));

    // The platform takes form feeds and others for line ends too, which no text of ours does.
    private static string Feeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static string Closed(string text, bool isLast) => isLast ? text.TrimEnd('\n') + "\n" : text.TrimEnd('\n') + "\n\n";
}
