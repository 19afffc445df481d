using Gavel.Core.Processes.Mining;

namespace Gavel.Core.Processes;

/// <summary>
/// Which files tell what happened to proposals, by their paths, as far as a path tells: of a process of which the templates' past is not known yet, since
/// that waits for the log.
/// </summary>
internal sealed class ProposalPaths(MinedProcess mined, ProcessConfiguration? by)
{
    private readonly FilePattern[] _files = [.. mined.Files.Select(f => new FilePattern(f))];
    private readonly string _index = by?.Index ?? mined.Index;
    private readonly string _header = by?.Header ?? mined.Header;

    public bool Has(string path) =>
        (_index.Length > 0 && string.Equals(path, _index, StringComparison.Ordinal))
        || Array.Exists(_files, f => f.Match(path) is not null)
        || (_header.Length > 0 && path.EndsWith(_header, StringComparison.Ordinal) && path.StartsWith(mined.Folder, StringComparison.Ordinal));
}
