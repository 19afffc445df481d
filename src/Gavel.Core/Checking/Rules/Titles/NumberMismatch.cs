using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Processes;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Titles;

/// <summary>Reports a number in the title or in a field that is not the number in the file's name.</summary>
internal sealed class NumberMismatch : IProposalRule
{
    private static readonly Reason OneNumber = new Reason.Standard("a proposal has one number");

    public RuleInfo Info { get; } = new("number-mismatch", Severity.Error, "The file's name, the title and the fields give different numbers.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        if (proposal.FileMatch?.Value is not { } number) yield break;
        if (proposal.TitleReading is { Number: { } inTitle } reading && inTitle != number && !proposal.TitleAt.IsEmpty)
        {
            var at = DigitsIn(proposal.Text, proposal.TitleAt, reading.Digits ?? "");
            yield return Found(proposal, proposal.Text, at, $"the title says {Text(inTitle)}, the file's name {Text(number)}", number);
        }
        foreach (var field in proposal.Document.Header)
        {
            if (field.Parent.Length > 0 || !IsOwnNumber(proposal.Process, field.Name)) continue;
            var digits = field.Value.AsSpan().TrimStart('#').ToString();
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value == number) continue;
            var text = proposal.Document.TextOf(field);
            yield return Found(proposal, text, DigitsIn(text, field.ValueSpan, digits), $"field '{field.Name}' says {Text(value)}, the file's name {Text(number)}", number);
        }
    }

    private Diagnostic Found(Proposal proposal, SourceText text, TextSpan at, string message, int number) =>
        Info.Report(proposal, at, message, OneNumber) with
        {
            At = Place.In(text, at),
            Subject = Subjects.Of(text, at),
            Fix = new Fix($"write {Padded(text, at, number)}", IsSafe: false, ChangeSet.Edit(text, at, Padded(text, at, number))),
        };

    // "0046": as many digits as stood there.
    private static string Padded(SourceText text, TextSpan at, int number) => text.Slice(at) is ['0', ..] ? Text(number).PadLeft(at.Length, '0') : Text(number);

    /// <summary>A field that is called like the process or "number" gives the proposal's own number.</summary>
    internal static bool IsOwnNumber(Process process, string field) =>
        HeaderWords.IsNumberOf(field, process.Name) || TitleWords.NumberFields.Contains(field);

    private static TextSpan DigitsIn(SourceText text, TextSpan within, string digits)
    {
        var at = digits.Length == 0 ? -1 : text.Slice(within).IndexOf(digits, StringComparison.Ordinal);
        return at < 0 ? within : new TextSpan(within.Start + at, digits.Length);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
