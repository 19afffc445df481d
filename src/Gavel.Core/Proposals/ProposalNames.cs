using Gavel.Core.Processes;

namespace Gavel.Core.Proposals;

/// <summary>The id that a path gives, without reading the file.</summary>
public static class ProposalNames
{
    /// <returns>Null where no pattern of the process has the path, or the number stands in the document alone.</returns>
    public static string? IdOf(Process process, string path)
    {
        foreach (var pattern in process.Files)
        {
            if (pattern.Match(path) is not { } match) continue;
            if (match.Value is null && match.Number is null && process.Numbering != Numbering.None && pattern.Has(PatternPart.Number)) return null;
            return ProposalIdentity.IdOf(process, path, match.Value, match.Value is null ? match.Number : null, match);
        }
        return null;
    }
}
