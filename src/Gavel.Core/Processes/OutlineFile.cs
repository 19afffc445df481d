using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes;

/// <summary>The template that a project without one may begin with: what most of its proposals have in common.</summary>
public static class OutlineFile
{
    /// <summary>Beside the proposals, under a name that nothing has.</summary>
    /// <param name="isTaken">Says whether a file has a path, or will have it.</param>
    /// <returns>Null for a process that has a template.</returns>
    public static NewFile? Of(Process process, Func<string, bool> isTaken)
    {
        if (process.Templates[^1] is not { IsShared: true } shared || shared.Schema.Document is not { } outline) return null;
        var extension = shared.Path[shared.Path.LastIndexOf('.')..];
        foreach (var name in (ReadOnlySpan<string>)["template", "proposal-template", "outline-template"])
        {
            var path = TreePath.Join(process.Folder, name + extension);
            if (!isTaken(path)) return new NewFile(path, outline.Text.Chars);
        }
        return null;
    }
}
