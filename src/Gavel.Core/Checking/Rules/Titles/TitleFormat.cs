using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Titles;

/// <summary>Reports a title that is missing, empty, or does not read by the template's pattern, whatever its separators.</summary>
internal sealed class TitleFormat : IProposalRule
{
    public RuleInfo Info { get; } = new("title-format", Severity.Warning, "The title does not have the form of the template.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        if (proposal.Schema.Title is not { } demand || proposal.IsPointer()) yield break;
        var pattern = demand.Pattern;
        if (proposal.TitleAt.IsEmpty)
        {
            // A document whose sections all stand at the level of its title has one that only a reader knows.
            var begins = proposal.Document.Root.Children is [{ Heading.Level: 1 }, ..] && !pattern.HasNumber;
            // Where a field is the title, the field is what is missing.
            if (proposal.Document.Title is null && !begins && !proposal.Schema.HasTitleField)
                yield return Info.Report(proposal, new TextSpan(0, 0), $"the title is missing, expected '{pattern}'", demand) with { Subject = "" };
            yield break;
        }
        if (proposal.TitleReading is not { } reading) yield break;
        if (pattern.HasNumber && reading is { Number: null, Label: null } && !HasNumberedHeading(proposal, pattern))
        {
            // A field beside the template's heading says the title alone: what lacks is the heading.
            var message = IsHeading(proposal) || proposal.Schema.HasTitleField
                ? $"title {Subjects.Quote(Written(proposal))} lacks the number, expected '{pattern}'"
                : $"title {Subjects.Quote(Written(proposal))} stands in a field alone, expected a heading '{pattern}'";
            yield return Info.Report(proposal, proposal.TitleAt, message, demand) with { Fix = FixOf(proposal, pattern) };
        }
        else if (reading.Title.Length == 0 && pattern.Tokens.Any(t => t.Part == TitlePart.Title))
        {
            yield return Info.Report(proposal, proposal.TitleAt, $"title {Subjects.Quote(Written(proposal))} has no words of its own, expected '{pattern}'", demand);
        }
    }

    private static Fix? FixOf(Proposal proposal, TitlePattern pattern)
    {
        if (proposal.Number is not { } number || !(IsHeading(proposal) || proposal.Schema.HasTitleField)) return null;
        var written = TitleReader.Write(pattern, number.ToString(CultureInfo.InvariantCulture), proposal.Title);
        var changes = IsHeading(proposal) ? Texts.Adornment.Retitle(proposal.Text, proposal.Document.Title!, written) : ChangeSet.Edit(proposal.Text, proposal.TitleAt, written);
        return new Fix("write the title as the template does", IsSafe: false, changes);
    }

    // "title: Trains" over "# RFC-12: Trains"
    private static bool HasNumberedHeading(Proposal proposal, TitlePattern pattern) => proposal.Document.Title is { } heading && TitleReader.Read(pattern, heading.Text).Number is not null;

    private static bool IsHeading(Proposal proposal) => proposal.Document.Title is { } heading && heading.TextSpan == proposal.TitleAt;

    private static string Written(Proposal proposal) => proposal.Text.Substring(proposal.TitleAt);
}
