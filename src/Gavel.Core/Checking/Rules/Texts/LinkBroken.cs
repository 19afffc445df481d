using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Reports a relative link to a file that is not in the repository.</summary>
internal sealed class LinkBroken : ICatalogRule
{
    private static readonly Reason Exists = new Reason.Standard("a relative link leads to a file of the repository");

    public RuleInfo Info { get; } = new("link-broken", Severity.Error, "A relative link leads nowhere.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today) => BrokenTargets.Of(catalog, Info, Exists, images: false);
}
