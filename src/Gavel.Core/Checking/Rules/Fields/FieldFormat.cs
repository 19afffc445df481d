using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;

namespace Gavel.Core.Checking.Rules.Fields;

/// <summary>Reports a value that has not the form of its field: a date that is none, a number with letters, a constant that was changed.</summary>
internal sealed class FieldFormat : IProposalRule
{
    private const int Explained = 6; // words: a sentence that says where the work is, or why there is no link

    public RuleInfo Info { get; } = new("field-format", Severity.Warning, "A header field's value has not the form that is asked for.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Field>())
        {
            if (answer is not { State: AnswerState.Given, Field: { Value.Length: > 0 } field }) continue;
            if (Fault(proposal, demand, field) is not { } fault) continue;
            var span = field.ValueSpan.IsEmpty ? field.Span : field.ValueSpan;
            var found = Info.Report(proposal, field, span, fault.Message, demand) with { Help = fault.Help };
            yield return fault.IsTaste ? found.AtMost(Severity.Info) : found;
        }
    }

    private static (string Message, string? Help, bool IsTaste)? Fault(Proposal proposal, Demand.Field demand, HeaderField field)
    {
        var value = field.Value;
        if (demand.Constant is { } constant)
        {
            return demand.IsExample || string.Equals(Values.Folded(constant), Values.Folded(value), StringComparison.Ordinal)
                ? null
                : ($"field '{demand.Name}' is {Subjects.Quote(value)}, the template has {Subjects.Quote(constant)}", null, true);
        }
        var isOfAnother = (demand.Kind == FieldKind.Link && proposal.Process.Numbering != Processes.Numbering.Issue) || ReferenceReader.KindOf(demand.Name) is not null;
        if (demand.Pattern is { } pattern && !isOfAnother && NumberIn(proposal, pattern, value) is { } wrong) return wrong;
        return demand.Kind switch
        {
            FieldKind.Date when Dates.Fault(demand.Placeholder, value, demand.IsList) is { } help => ($"{Subjects.Quote(value)} is not a date of the form of '{demand.Name}'", help, false),
            FieldKind.Number when !value.Any(char.IsAsciiDigit) => ($"{Subjects.Quote(value)} is not a number, as '{demand.Name}' is", null, false),
            FieldKind.Link when IsNoLink(proposal, field) => ($"{Subjects.Quote(value)} is no link, as '{demand.Name}' asks for", null, !proposal.IsSettled()),
            _ => null,
        };
    }

    /// <summary>The pattern holds the proposal's number, and the value holds other digits at its place.</summary>
    private static (string, string?, bool)? NumberIn(Proposal proposal, string pattern, string value)
    {
        var at = pattern.IndexOf("{number}", StringComparison.Ordinal);
        if (at < 0 || proposal.Number is not { } number) return null;
        var before = pattern[..at].Replace("{name}", proposal.Process.Name, StringComparison.OrdinalIgnoreCase);
        if (before.Contains('{', StringComparison.Ordinal)) return null;
        var isThere = value.StartsWith(before, StringComparison.OrdinalIgnoreCase);
        var digits = isThere ? value.AsSpan(before.Length).TrimStart(" -#_") : default;
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        if (length < 0) length = digits.Length;
        if (isThere && length is > 0 and < 10 && int.Parse(digits[..length], provider: System.Globalization.CultureInfo.InvariantCulture) == number) return null;
        return ($"{Subjects.Quote(value)} is not built as the template says", $"expected a value like '{pattern.Replace("{number}", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)}'", !isThere);
    }

    // A word alone where an address, a path, a person or a number of a pull request is asked for.
    private static bool IsNoLink(Proposal proposal, HeaderField field)
    {
        if (field.Value.AsSpan().ContainsAny("/#@.") || field.Value.Any(char.IsAsciiDigit) || WordCount.Of(field.Value) >= Explained || Cues.SeeElsewhere.IsIn(field.Value)) return false;
        var text = proposal.Document.TextOf(field);
        return !text.Slice(field.ValueSpan).Contains("](", StringComparison.Ordinal) && !text.Slice(field.ValueSpan).Contains('<');
    }
}
