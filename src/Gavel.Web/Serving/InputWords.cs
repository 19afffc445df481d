using Gavel.Core.Authoring;

namespace Gavel.Web.Serving;

/// <summary>The inputs of forms by their labels, those of requests by their keys.</summary>
internal static class InputWords
{
    public static InputNames Form { get; } = new("in the box “Reason”", "in the box “Note”", "in the box “How it was resolved”", "“Decided on”", null, "in the box “Number of its issue”", "in the box “Folder”:");

    public static InputNames Request { get; } = new("as 'note'", "as 'note'", "as 'note'", "'effective'", "'number'", "as 'number'", "as 'folder':");
}
