using System.Collections.Immutable;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Timelines;

/// <summary>A text of the past: a document, with the file beside it that holds its header.</summary>
/// <param name="Header">Null where the header is in the document, or was not there yet.</param>
internal readonly record struct PastText(ContentId Id, string Path, ContentId? Header)
{
    /// <summary>The same for the same.</summary>
    public string Key => $"{Id.Sha} {Header?.Sha} {Path}";
}

/// <summary>A commit that changed a proposal, with the proposal after it and as its parents had it.</summary>
/// <param name="By">One of the changed files' versions, for commit, person and dates.</param>
/// <param name="Before">Null for the first one.</param>
/// <param name="BeforeMerged">Of a merge that made a text of its own, the second parent's.</param>
internal sealed record Snapshot(FileVersion By, PastText Now, PastText? Before, PastText? BeforeMerged)
{
    /// <summary>The path that the document had in the parent.</summary>
    public string From => Before?.Path ?? Now.Path;

    /// <summary>Oldest first.</summary>
    /// <param name="document">The versions of the proposal's document, oldest first.</param>
    /// <param name="header">The versions of the file that holds its header; empty where there is none.</param>
    public static List<Snapshot> Of(ImmutableArray<FileVersion> document, ImmutableArray<FileVersion> header)
    {
        var snapshots = new List<Snapshot>(document.Length);
        FileVersion? text = null;
        FileVersion? fields = null;
        for (int i = 0, j = 0; i < document.Length || j < header.Length;)
        {
            var position = Math.Min(i < document.Length ? document[i].Position : int.MaxValue, j < header.Length ? header[j].Position : int.MaxValue);
            var newText = i < document.Length && document[i].Position == position ? document[i++] : null;
            var newFields = j < header.Length && header[j].Position == position ? header[j++] : null;
            if ((newText ?? text) is not { } now)
            {
                fields = newFields;
                continue;
            }
            var fieldsBefore = newFields is null ? fields?.Id : newFields.Before ?? fields?.Id;
            PastText? before = newText is null ? new PastText(now.Id, now.Path, fieldsBefore)
                : newText.Before is { } blob ? new PastText(blob, newText.From, fieldsBefore)
                : text is { } last ? new PastText(last.Id, last.Path, fieldsBefore) : null;
            PastText? merged = newText?.BeforeMerged is { } other ? new PastText(other, newText.Path, fieldsBefore) : null;
            text = now;
            fields = newFields ?? fields;
            snapshots.Add(new Snapshot(newText ?? newFields!, new PastText(now.Id, now.Path, fields?.Id), before, merged));
        }
        return snapshots;
    }
}
