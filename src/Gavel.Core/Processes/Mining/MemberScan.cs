using System.Collections.Immutable;
using Gavel.Core.Templates;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>What a look over the lines of every proposal says of the template: how many have each section, and which of its texts stay. Nothing is parsed.</summary>
/// <param name="Sections">The key of a section demand, and how many have a heading of its words.</param>
/// <param name="Of">How many were looked at.</param>
/// <param name="Furniture">Texts of the template that stand word for word in most finished proposals: they are meant to stay.</param>
/// <param name="Examples">The keys of fields whose value in the template hardly any proposal has.</param>
internal sealed record MemberScan(ImmutableArray<(string Key, int With)> Sections, int Of, ImmutableArray<string> Furniture, ImmutableArray<string> Examples)
{
    private const int MostScanned = 2000; // documents
    private const int FurnitureSample = 40; // documents whose words are compared with the template's
    private const int ShortestFurniture = 12; // characters
    private const double MostKeep = 0.66; // of finished proposals
    private const int LeastProposals = 5;
    private const int Few = 5; // one of so many may have kept an example
    private const string Quotes = " \"'";
    private const int LeastOfAll = 3; // finished proposals, where all of them keep what does not address the author

    public static MemberScan Empty { get; } = new([], 0, [], []);

    /// <param name="finished">Whether the status of a file is that of a finished proposal; null says that there is no status.</param>
    /// <param name="headers">The files that hold the proposals' fields.</param>
    public static MemberScan Look(Listing listing, ImmutableArray<TreeFile> members, ImmutableArray<TreeFile> headers, Schema schema, Func<TreeFile, bool?> finished, CancellationToken cancellationToken)
    {
        if (members.Length < LeastProposals) return new MemberScan([], 0, FurnitureOf(listing, members, schema, finished), []);
        var demands = schema.All<Demand.Section>().Where(s => !s.IsOffered && !s.IsRepeatable && !s.IsSlot)
            .Select(s => (s.Key, Folded: s.Aliases.Prepend(s.Text).Select(Traits.Fold).Where(f => f.Length > 0).ToArray())).ToArray();
        var counts = new int[demands.Length];
        var scanned = Listing.Each(Cluster.Spread(members, MostScanned), listing.HeadingsOf, cancellationToken);
        foreach (var headings in scanned)
        {
            for (var d = 0; d < demands.Length; d++)
            {
                if (Array.Exists(demands[d].Folded, headings.Contains)) counts[d]++;
            }
        }
        return new MemberScan([.. demands.Select((d, i) => (d.Key, counts[i]))], scanned.Length, FurnitureOf(listing, members, schema, finished), ExamplesOf(listing, headers, schema));
    }

    private static ImmutableArray<string> FurnitureOf(Listing listing, ImmutableArray<TreeFile> members, Schema schema, Func<TreeFile, bool?> finished)
    {
        if (members.Length < LeastOfAll) return [];
        var files = Cluster.Spread(members, FurnitureSample).Where(m => finished(m) != false).ToList();
        var areFew = files.Count < LeastProposals;
        if (areFew) files.RemoveAll(f => finished(f) is null);
        if (files.Count < LeastOfAll) return [];
        var candidates = schema.Leftovers.Where(l => l.Kind == LeftoverKind.Instruction && !l.MayStay && l.Text.Length >= ShortestFurniture && (!areFew || IsStatement(l))).Select(l => l.Text).Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (candidates.IsEmpty) return [];
        var has = files.ConvertAll(f => listing.Has(f, candidates));
        return [.. candidates.Where((_, i) => has.Count(h => h[i]) >= files.Count * (areFew ? 1 : MostKeep))];
    }

    private static ImmutableArray<string> ExamplesOf(Listing listing, ImmutableArray<TreeFile> headers, Schema schema)
    {
        if (headers.Length < LeastProposals) return [];
        var files = Cluster.Spread(headers, FurnitureSample).ToList();
        return [.. schema.All<Demand.Field>().Where(f => f.Constant is { } shown && files.Count(h => listing.ValueOf(h, f.Name) is { } value && string.Equals(value.AsSpan().Trim(Quotes).ToString(), shown, StringComparison.OrdinalIgnoreCase)) * Few < files.Count).Select(f => f.Key)];
    }

    // A whole sentence that tells nobody to do anything.
    private static bool IsStatement(Leftover leftover) =>
        leftover is { Style: InstructionStyle.Prose or InstructionStyle.Quotation, Confidence: < Confidence.High } && leftover.Text.EndsWith('.');
}
