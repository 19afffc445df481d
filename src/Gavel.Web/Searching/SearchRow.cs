using Gavel.Core.Processes;

namespace Gavel.Web.Searching;

/// <summary>A proposal in the list of the index.</summary>
/// <param name="Address">Of its page, from the site's root, with a leading slash.</param>
public sealed record SearchRow(string Id, string Address, string Title, string? Status, StatusKind? Kind, int? Number, int Standing);
