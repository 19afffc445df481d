using Gavel.Core.Processes;

namespace Gavel.Web.Pages;

/// <summary>A bar of a chart.</summary>
/// <param name="Address">What it leads to; null for none.</param>
internal sealed record Bar(string Label, double Value, string Says, StatusKind? Kind = null, string? Address = null);
