using System.Collections.Immutable;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Web.Pages;

namespace Gavel.Web.Serving.Editing;

/// <summary>The form for a proposal's text.</summary>
internal sealed record EditModel(SiteModel Site, CatalogEntry Entry, Draft Draft, string Base)
{
    /// <summary>What the form says where it was sent already; null for what the file says.</summary>
    public Func<string, string?>? Given { get; init; }

    public ImmutableArray<Diagnostic> Findings { get; init; } = [];

    public Todo? Todo { get; init; }

    /// <summary>The text as it would be shown; null where nobody asked.</summary>
    public string? Preview { get; init; }

    /// <summary>Why it was not saved; null where nothing stood in the way.</summary>
    public string? Why { get; init; }

    /// <summary>What was written changes the status, which a move does.</summary>
    public bool IsMove { get; init; }

    public string Message { get; init; } = "";

    public string ValueOf(string input, string fallback) => Given?.Invoke(input) ?? fallback;
}
