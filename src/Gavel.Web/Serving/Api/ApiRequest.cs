using System.Globalization;
using Gavel.Core.Catalogs;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving.Api;

/// <summary>A request on the catalog of one moment.</summary>
internal sealed record ApiRequest(HttpContext Context, Snapshot Snapshot)
{
    public Workbench Workbench => Snapshot.Workbench;

    public Catalog Catalog => Snapshot.Site.Source.Catalog;

    /// <summary>The proposal that the address names: by id in any case and with any separator, or by a number that only one process has.</summary>
    public CatalogEntry? Entry => IdSpelling.FindOne(Catalog, Id);

    public string Id => (string?)Context.Request.RouteValues["id"] ?? "";

    public string? Value(string name) => Context.Request.Query[name] is [.., { Length: > 0 } last] ? last : null;

    public string[] Values(string name) => [.. Context.Request.Query[name].OfType<string>().Where(v => v.Length > 0)];

    /// <returns>False for what is no number between the two.</returns>
    public bool TryNumber(string name, int fallback, int least, int most, out int number)
    {
        number = fallback;
        return Value(name) is not { } text || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most);
    }

    public Task Json(string json) => Answer.JsonAsync(Context, json);

    /// <summary>Goes on with the proposal, or says that there is none.</summary>
    public Task With(Func<CatalogEntry, string> json) => Entry is { } entry ? Json(json(entry)) : Problem.NoProposal(Context, Id);

    /// <summary>For excerpts; null for a file that is gone.</summary>
    public Core.Text.SourceText? TextOf(string path) => Catalog.Tree.Find(path) is { } file ? Catalog.Tree.Read(file) : null;
}
