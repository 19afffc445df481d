using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Timelines;

namespace Gavel.Web.Pages;

/// <summary>A version with what it changed.</summary>
/// <param name="Difference">From the version before; null for the first, and where a text cannot be read.</param>
/// <param name="SinceStatus">From the version in which the proposal came to its status before; null where that is the version before, or nothing moved.</param>
internal sealed record VersionChange(ShownVersion Version, DocumentDiff? Difference, DocumentDiff? SinceStatus, string? StatusBefore);

/// <summary>The history of a proposal with the differences between its versions, which only their texts tell.</summary>
internal sealed class HistoryBody
{
    public HistoryBody(HistoryModel model)
    {
        Model = model;
        var versions = model.Versions;
        var read = new Dictionary<string, Document?>(StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<VersionChange>(versions.Length);
        for (var i = 0; i < versions.Length; i++)
        {
            // The first version differs from nothing, so it is not read for itself.
            var before = i + 1 < versions.Length ? Of(versions[i + 1]) : null;
            var now = i + 1 < versions.Length ? Of(versions[i]) : null;
            var difference = now is null || before is null ? null : SectionDiff.Compare(before, now);
            DocumentDiff? since = null;
            string? statusBefore = null;
            if (versions[i].NewStatus is not null && now is not null)
            {
                var last = Enumerable.Range(i + 1, versions.Length - i - 1).FirstOrDefault(j => versions[j].NewStatus is not null, -1);
                if (last > i + 1 && Of(versions[last]) is { } then)
                {
                    since = SectionDiff.Compare(then, now);
                    statusBefore = versions[last].NewStatus;
                }
            }
            changes.Add(new VersionChange(versions[i], difference, since, statusBefore));
        }
        Changes = changes.MoveToImmutable();

        Document? Of(ShownVersion version)
        {
            var key = $"{version.Version.Id.Sha} {version.Version.Path}";
            if (!read.TryGetValue(key, out var document)) read[key] = document = model.Read(version.Version);
            return document;
        }
    }

    public HistoryModel Model { get; }

    public ImmutableArray<VersionChange> Changes { get; }
}
