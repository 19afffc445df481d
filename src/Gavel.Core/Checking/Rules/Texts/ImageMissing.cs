using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Reports an image that is not in the repository.</summary>
internal sealed class ImageMissing : ICatalogRule
{
    private static readonly Reason Exists = new Reason.Standard("an image of the text is a file of the repository");

    public RuleInfo Info { get; } = new("image-missing", Severity.Warning, "An image is not there.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today) => BrokenTargets.Of(catalog, Info, Exists, images: true);
}
