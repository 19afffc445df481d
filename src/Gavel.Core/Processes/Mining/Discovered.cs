using System.Collections.Immutable;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>A process as far as names and likeness show it.</summary>
/// <param name="Templates">Paths; the one that most proposals follow last. Empty where there is none.</param>
/// <param name="TemplatePattern">With <c>{folder}</c>, where each folder has its own; null otherwise.</param>
/// <param name="Members">By path.</param>
internal sealed record Discovered(
    string Folder, ImmutableArray<FilePattern> Files, ImmutableArray<TreeFile> Members, ImmutableArray<string> Templates, FilePattern? TemplatePattern)
{
    /// <summary>What stands before the number in most names; empty for none.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Why the template was taken, for people.</summary>
    public string TemplateFrom { get; init; } = "";

    /// <summary>Why the file pattern was taken, for people.</summary>
    public string FilesFrom { get; init; } = "";
}
