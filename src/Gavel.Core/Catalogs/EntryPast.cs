using Gavel.Core.Timelines;

namespace Gavel.Core.Catalogs;

/// <summary>A proposal with the versions of its files, oldest first.</summary>
internal sealed record EntryPast(CatalogEntry Entry, List<Snapshot> Snapshots);
