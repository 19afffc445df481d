using Gavel.Core.Diagnostics;
using Gavel.Core.Proposals;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Checking.Rules.Titles;

/// <summary>Reports a file (or a proposal's directory) whose name is not what the process or the template asks for.</summary>
internal sealed class FileName : IProposalRule
{
    private static readonly Reason Pattern = new Reason.Standard("the file names of the process");

    public RuleInfo Info { get; } = new("file-name", Severity.Warning, "The file's name does not fit the pattern of the process.");

    public IEnumerable<Diagnostic> Check(Proposal proposal)
    {
        var process = proposal.Process;
        if (process.Files.IsDefaultOrEmpty) yield break;
        var subject = proposal.Directory ?? proposal.Path;
        var name = TreePath.NameOf(subject);
        if (proposal.FileMatch is not { } match)
        {
            yield return Found(proposal, $"'{name}' does not fit '{process.Files[0]}'", proposal.Schema.Naming?.Source ?? Pattern) with
            {
                Help = process.Files.Length > 1 ? $"the process has {process.Files.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)} file patterns" : null,
            };
        }
        else if (name.AsSpan().ContainsAny(" \t"))
        {
            yield return Found(proposal, $"'{name}' has a space in it", Pattern) with { Help = "links to it must write the space as %20" };
        }
        else if (proposal.Schema.Naming is { Width: 0 } naming && match.Number is { Length: > 1 } digits && digits[0] == '0')
        {
            yield return Found(proposal, $"'{name}' has a number with leading zeros", naming.Source);
        }
    }

    private Diagnostic Found(Proposal proposal, string message, Reason reason)
    {
        var place = proposal.TitleAt.IsEmpty ? new TextSpan(0, 0) : proposal.TitleAt;
        return Info.Report(proposal, place, message, reason) with { Subject = proposal.Path };
    }
}
