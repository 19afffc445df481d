using Gavel.Core.Text;

namespace Gavel.Core.Trees;

/// <summary>A text of the past, by its blob. A class: collections of value types are compiled at start.</summary>
/// <param name="Path">That it had then, for its places.</param>
public sealed record TextVersion(ContentId Id, string Path);
