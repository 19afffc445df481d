namespace Gavel.Web.Pages;

/// <summary>One thing that a commit did to a proposal.</summary>
/// <param name="Bulk">That it did the same to many; null where it did not.</param>
internal sealed record StoryPart(string Words, string? Bulk);
