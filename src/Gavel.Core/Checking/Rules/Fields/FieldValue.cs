using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Fields;

/// <summary>Reports a value that is none of those which the template or gavel.yml allows.</summary>
internal sealed class FieldValue : IProposalRule
{
    private static readonly Reason IsAStatus = new Reason.Standard("a status is a word that the process or others use for one");

    public RuleInfo Info { get; } = new("field-value", Severity.Error, "A header field has a value outside its set.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Field>())
        {
            if (answer is { State: AnswerState.Given, Field: null, Section: not null } && IsStatus(proposal, demand) && Slip(proposal, demand, answer) is { } slip) yield return slip;
            if (answer is not { State: AnswerState.Given, Field: { } field }) continue;
            var found = IsStatus(proposal, demand) ? CheckStatus(proposal, demand, field) : CheckOther(proposal, demand, field);
            if (found is not null) yield return found;
        }
        if (proposal.Process.StatusPlace is StatusPlace.Folder or StatusPlace.Index && SlipBeside(proposal) is { } beside) yield return beside;
        if (proposal.Process.StatusPlace == StatusPlace.Field && !proposal.AnswersTo<Demand.Field>().Any(a => IsStatus(proposal, a.Demand)) && SlipUnasked(proposal) is { } unasked) yield return unasked;
    }

    // Folders or the index hold the status, and the header says it again for readers.
    private Diagnostic? SlipBeside(Proposal proposal)
    {
        var field = proposal.Document.Header.FirstOrDefault(f => f.Parent.Length == 0 && HeaderWords.EndsWithStatus(f.Name));
        if (field is not { Value.Length: > 0 } || proposal.Process.Statuses.Find(field.Value) is not null || StatusSpelling.Meant(field.Value, proposal.Process.Statuses) is not { } meant) return null;
        if (proposal.AnswersTo<Demand.Field>().FirstOrDefault(a => ReferenceEquals(a.Answer.Field, field))?.Demand is { Values.IsEmpty: false }) return null; // judged by these
        var text = proposal.Document.TextOf(field);
        return Info.Report(proposal, field.ValueSpan, $"{Subjects.Quote(field.Value)} is no value of '{field.Name}'", IsAStatus).AtMost(Severity.Warning) with
        {
            At = Place.In(text, text.Visible(field.ValueSpan)),
            Subject = Subjects.Of(text, field.ValueSpan),
            Help = $"did you mean '{meant}'?",
            Fix = Replacement(proposal, field, meant, isSafe: false),
        };
    }

    private Diagnostic? CheckStatus(Proposal proposal, Demand.Field demand, HeaderField field)
    {
        var match = proposal.Status;
        if (Allows(demand, field.Value) || match is not null && !match.ByAlias && IsKnown(proposal, demand, match.Status.Name)) return null;
        if (match is { ByAlias: true })
        {
            var message = $"status {Subjects.Quote(field.Value)} is another word for '{match.Status.Name}'";
            var written = match.Parameter.Length == 0 ? match.Status.Name : null;
            var alias = Info.Report(proposal, field, field.ValueSpan, message, demand).AtMost(Severity.Warning);
            return written is null ? alias : alias with { Fix = Replacement(proposal, field, written, isSafe: true) };
        }
        var known = Known(proposal, demand);
        if (known.Count > 0) return Outside(proposal, demand, field, known);
        // Nobody lists the statuses: only a slip is sure to be none.
        return match is null && StatusSpelling.Meant(field.Value, proposal.Process.Statuses) is { } meant ? Outside(proposal, demand, field, [meant]).AtMost(Severity.Warning) : null;
    }

    // The text of a section may be anything: only a word that was surely meant to be a status is told.
    private Diagnostic? Slip(Proposal proposal, Demand.Field demand, Answer answer)
    {
        if (proposal.Status is not null || proposal.StatusText is not { } text || StatusSpelling.Meant(text, proposal.Process.Statuses) is not { } meant) return null;
        return Info.Report(proposal, answer.At, $"{Subjects.Quote(text)} is no value of '{demand.Name}'", demand).AtMost(Severity.Warning) with { Help = $"did you mean '{meant}'?" };
    }

    private Diagnostic? CheckOther(Proposal proposal, Demand.Field demand, HeaderField field)
    {
        if (demand.Values.IsEmpty || demand.Kind != FieldKind.Enum || Allows(demand, field.Value)) return null;
        if (field.Value.Split(FieldWords.Joiners, StringSplitOptions.RemoveEmptyEntries).All(v => Allows(demand, v))) return null;
        return Outside(proposal, demand, field, [.. demand.Values]);
    }

    private Diagnostic Outside(Proposal proposal, Demand.Field demand, HeaderField field, List<string> known)
    {
        var near = Spelling.Nearest(field.Value, known) ?? Extended(field.Value, known);
        var found = Info.Report(proposal, field, field.ValueSpan, $"{Subjects.Quote(field.Value)} is no value of '{demand.Name}'", demand) with
        {
            Help = near is null ? $"it is one of {Values.Listed([.. known])}" : $"did you mean '{near}'?",
            Fix = near is null ? null : Replacement(proposal, field, near, isSafe: false),
        };
        return found;
    }

    /// <summary>The one known value that has all the words of the value, or whose words the value has all: 'Approved' for 'Design Approved'.</summary>
    private static string? Extended(string value, List<string> known)
    {
        var words = Values.Folded(value).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var like = known.Where(k => Values.Folded(k).Split(' ') is var other && (words.IsSubsetOf(other) || words.IsSupersetOf(other))).ToList();
        return words.Count > 0 && like.Count == 1 ? like[0] : null;
    }

    private static bool IsStatus(Proposal proposal, Demand.Field demand) =>
        string.Equals(demand.Name, proposal.Process.StatusField, StringComparison.OrdinalIgnoreCase);

    private static bool Allows(Demand.Field demand, string value)
    {
        var folded = Values.Folded(value);
        return demand.Values.Any(v => string.Equals(Values.Folded(v), folded, StringComparison.Ordinal) || Values.IsOneOfKind(v, value));
    }

    // No template asks for the status, and proposals say it all the same.
    private Diagnostic? SlipUnasked(Proposal proposal) =>
        proposal is { Status: null, StatusText: { } text, StatusAt: { } at } && StatusSpelling.Meant(text, proposal.Process.Statuses) is { } meant
            ? Info.Report(proposal, at, $"{Subjects.Quote(text)} is no value of '{proposal.Process.StatusField}'", IsAStatus).AtMost(Severity.Warning) with { Help = $"did you mean '{meant}'?" }
            : null;

    // Words that were only mined from use do not widen what the template enumerates.
    private static bool IsKnown(Proposal proposal, Demand.Field demand, string name) =>
        demand.Values.IsEmpty || proposal.Process.ConfiguredAt is not null || StatusText.AreBeginnings(demand.Values) || Allows(demand, name);

    private static List<string> Known(Proposal proposal, Demand.Field demand)
    {
        var configured = proposal.Process.ConfiguredAt is not null ? proposal.Process.Statuses.Statuses.Select(s => s.Name) : [];
        return [.. demand.Values.Concat(configured).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static Fix Replacement(Proposal proposal, HeaderField field, string value, bool isSafe)
    {
        var text = proposal.Document.TextOf(field);
        var (span, written) = Within(text, field, value);
        return new Fix($"replace '{field.Value}' with '{value}'", isSafe, ChangeSet.Edit(text, span, written));
    }

    // Emphasis and quotes around the value stay.
    private static (TextSpan Span, string Written) Within(SourceText text, HeaderField field, string value)
    {
        var at = text.Slice(field.ValueSpan).IndexOf(field.Value, StringComparison.Ordinal);
        return at < 0 ? (field.ValueSpan, value) : (new TextSpan(field.ValueSpan.Start + at, field.Value.Length), value);
    }
}
