using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Processes.Mining;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes;

/// <summary>Makes a process of what was mined and what gavel.yml says; the latter wins.</summary>
internal sealed class ProcessBuilder(ITree tree, IHistory history, ImmutableArray<ISyntax> syntaxes, Configuration? configuration, ICache cache)
{
    public Process Build(MinedProcess mined, ProcessConfiguration? by)
    {
        var header = by?.Header ?? mined.Header;
        var templates = Templates(mined, header, s => by is null ? WithUse(s, mined) : SchemaOverrides.Apply(WithUse(s, mined), by));
        var statusPlace = by?.StatusPlace ?? mined.StatusPlace;
        return new Process
        {
            Name = by?.Name ?? mined.Name,
            Templates = templates,
            Files = [.. mined.Files.Select(f => new FilePattern(f))],
            Folder = mined.Folder,
            Exclude = by is { Exclude.Length: > 0 } ? by.Exclude : mined.Exclude,
            HeaderFile = NullIfEmpty(header),
            Numbering = by?.Numbering ?? mined.Numbering,
            NumberWidth = mined.NumberWidth,
            StatusPlace = statusPlace,
            StatusField = statusPlace == StatusPlace.Field ? NullIfEmpty(mined.StatusField) ?? "Status" : null,
            Index = by?.Index ?? NullIfEmpty(mined.Index),
            Anchors = by?.Anchors ?? mined.Anchors,
            Statuses = by is { Statuses.Length: > 0 } ? new Vocabulary(by.Statuses) : new Vocabulary([.. mined.Statuses.Select(s => new Status(s.Name, s.Kind, statusPlace == StatusPlace.Index ? s.Aliases : []))]),
            Rules = configuration?.Rules ?? RuleSettings.None,
            ConfiguredAt = by?.At,
            StatusesAt = by?.Places.GetValueOrDefault("statuses"),
            Life = LifeConfiguration.Of(configuration, by),
            Digest = DigestOf(mined, header, templates),
            Customs = CustomsOf(mined),
        };
    }

    private ImmutableArray<TemplateRevision> Templates(MinedProcess mined, string header, Func<Schema, Schema> adjust)
    {
        var past = new TemplateHistory(tree, history, syntaxes, cache, header, adjust);
        var pattern = mined.TemplatePattern.Length == 0 ? null : new FilePattern(mined.TemplatePattern);
        var templates = mined.Templates.SelectMany(path => past.Of(path, FolderOf(pattern, path))).ToImmutableArray();
        return templates.IsEmpty ? [Shared(mined, adjust)] : templates;
    }

    // What the proposals show of the template: how many have each section, which of its texts stay, which of its values are examples.
    private static Schema WithUse(Schema schema, MinedProcess mined)
    {
        schema = schema.WithTitle(mined.TitleForm);
        if (mined.Scanned == 0 && mined.Furniture.IsEmpty) return schema;
        var use = mined.SectionUse.ToDictionary(s => s.Key, s => s.With, StringComparer.Ordinal);
        return schema with
        {
            Demands = [.. schema.Demands.Select(d => d is Demand.Section section && use.TryGetValue(d.Key, out var with) ? section with { Use = (with, mined.Scanned) }
                : d is Demand.Field field && mined.Examples.Contains(d.Key, StringComparer.Ordinal) ? field with { IsExample = true } : d)],
            Leftovers = [.. schema.Leftovers.Select(l => mined.Furniture.Contains(l.Text, StringComparer.Ordinal) ? l with { MayStay = true } : l)],
        };
    }

    private static string CustomsOf(MinedProcess mined) =>
        string.Join('\n', mined.SectionUse.Select(s => $"{s.Key}={(SectionShares.Of(s.With, mined.Scanned) is { } share ? (int)share : -1)}").Concat(mined.Furniture).Concat(mined.Examples));

    // "specs/zed-template.rst" by "specs/{folder}-template.rst" holds for specs/zed.
    private static string? FolderOf(FilePattern? pattern, string path) =>
        pattern?.Match(path)?.Folder is { } folder ? TreePath.Join(pattern.Folder, folder) : null;

    private TemplateRevision Shared(MinedProcess mined, Func<Schema, Schema> adjust)
    {
        var path = mined.SharedTemplatePath.Length > 0 ? mined.SharedTemplatePath : TreePath.Join(mined.Folder, "template.md");
        var text = SourceText.From(path, mined.SharedTemplate);
        var syntax = syntaxes.FirstOrDefault(s => s.Reads(path)) ?? syntaxes[0];
        return new TemplateRevision(path, text.Id, () => adjust(PlainSchema.Of(syntax.Parse(text), new Reason.Standard("what most proposals have"))), since: null, folder: null) { IsCurrent = true, IsShared = true };
    }

    private string DigestOf(MinedProcess mined, string header, ImmutableArray<TemplateRevision> templates)
    {
        var hash = new Sha256();
        // Counts change with every proposal, what holds for each does not.
        hash.Append(MinedProcess.Write([mined with { Proposals = 0, Items = [], Statuses = [.. mined.Statuses.Select(s => s with { Count = 0, Aliases = [] })] }]));
        hash.Append(configuration?.Text.Id.Sha ?? "-");
        foreach (var template in header.Length == 0 ? [] : templates)
        {
            if (tree.Find(TreePath.Join(TreePath.FolderOf(template.Path), header)) is { } beside) hash.AppendLine(tree.IdOf(beside).Sha);
        }
        foreach (var template in templates)
            hash.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{template.Path}|{template.Id}|{template.Since:O}|{template.Folder}|{template.IsCurrent}"));
        return hash.FinishHex(32);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
