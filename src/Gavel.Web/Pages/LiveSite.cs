namespace Gavel.Web.Pages;

/// <summary>What a live server adds to the pages of a site.</summary>
/// <param name="IsReadOnly">Nobody starts, edits or decides anything through it.</param>
public sealed record LiveSite(bool IsReadOnly);
