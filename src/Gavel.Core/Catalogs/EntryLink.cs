using Gavel.Core.Diagnostics;

namespace Gavel.Core.Catalogs;

/// <summary>A link or an image of a proposal that rules over the whole catalog judge: one without a scheme, or one to the tracker that the template names.</summary>
/// <param name="Target">As written.</param>
/// <param name="At">The target where it is written, else the whole link; in the proposal's own file.</param>
/// <param name="IsTargetSpan">True when <paramref name="At"/> is the target alone, so that a fix may replace it.</param>
public sealed record EntryLink(string Target, Place At, bool IsImage, bool IsTargetSpan);
