using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Processes.Mining;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Authoring;

/// <summary>What an author wants to start.</summary>
/// <param name="Number">Null to take the next free one.</param>
/// <param name="Author">From git, "Name &lt;mail&gt;" or a name alone; null when unknown.</param>
/// <param name="Fields">Values given by hand: name and value.</param>
/// <param name="Supersedes">The id of the proposal that this one replaces; null for none.</param>
public sealed record NewRequest(
    Process Process, string Title, int? Number, string? Author, DateOnly Today, ImmutableArray<(string Name, string Value)> Fields, string? Supersedes)
{
    /// <summary>Of several that the process keeps its proposals in; null to find out.</summary>
    public string? Folder { get; init; }

    /// <summary>The folder from the root in which somebody starts it; null where nobody is anywhere.</summary>
    public string? WorksIn { get; init; }

    /// <summary>What the edge that asks calls what it gives.</summary>
    public InputNames Inputs { get; init; } = InputNames.CommandLine;
}

/// <summary>Starts a proposal: the template with everything filled in that is known.</summary>
public static class NewProposal
{
    private const int FewestCounted = 3; // proposals: two may hold their numbers by chance

    public static Outcome Run(Catalog catalog, NewRequest request)
    {
        var process = request.Process;
        if (process.Files.IsEmpty) return new Outcome.Refused(RefusalCode.NotAllowed, $"{process.Name} has no file pattern; name it in gavel.yml");
        if (PlainText.Fold(request.Title).Length == 0) return new Outcome.Refused(RefusalCode.NotAllowed, "a proposal needs a title");
        if (request.Fields.Select(f => SetField.FindLineBreak(f.Name, f.Value)).FirstOrDefault(r => r is not null) is { } lines) return lines;
        if (new ProposalFolders(catalog, process).Find(ref request) is { } nowhere) return nowhere;
        var title = PlainText.Fold(request.Title);
        int? number = null;
        if (process.Numbering != Numbering.None)
        {
            if (process.Numbering == Numbering.Issue && request.Number is null)
                return new Outcome.Refused(RefusalCode.NotAllowed, $"{process.Name} takes the number of an issue: give it {request.Inputs.NumberOfIssue}");
            number = request.Number ?? Numbers.NextFree(catalog, process);
            if (Numbers.Holder(catalog, process, number.Value) is { } holder)
                return new Outcome.Refused(RefusalCode.NumberTaken, $"{process.Name} {number} is taken by {holder}; {Numbers.NextFree(catalog, process)} is free");
        }
        var slug = TitleText.Slug(title);
        var path = PathOf(catalog, process, number, slug, request);
        if (Occupied(catalog, process, path) is { } occupied) return new Outcome.Refused(RefusalCode.Exists, $"{occupied} is already there");
        var values = new KnownValues(process, number, title, slug, request.Author, request.Today) { FileName = TreePath.NameOf(path), Widths = WidthsOf(catalog, process), TitleWidth = TitleWidthOf(catalog, process), Counted = CountedOf(catalog, process) };
        var filled = Scaffold.Fill(process.Current, values, request.Fields);
        if (filled.Refusal is { } refusal) return refusal;
        var id = ProposalIdentity.IdOf(process, path, number, null, process.Files[0].Match(path));
        ImmutableArray<NewFile> files = [new NewFile(path, filled.Text)];
        if (process.HeaderFile is { } header && filled.Header is { } beside) files = files.Add(new NewFile(TreePath.Join(TreePath.FolderOf(path), header), beside));
        var changes = new ChangeSet([], [], files);
        var notes = Similar.Notes(catalog, title);
        if (request.Number is null && number is not null && Numbers.WhyNotLargest(catalog, process, request.Inputs) is { } why) notes = notes.Add(why);
        return new Outcome.Done(id, number, path, changes, [.. files.Select(f => f.Path)]) { Notes = notes };
    }

    private static string PathOf(Catalog catalog, Process process, int? number, string slug, NewRequest request)
    {
        var status = process.Statuses.Initial?.Name ?? "";
        var digits = number?.ToString(CultureInfo.InvariantCulture).PadLeft(Width(catalog, process), '0');
        return process.Files[0].Format(digits, slug, request.Today.ToString(DateForm(catalog, process), CultureInfo.InvariantCulture), status, request.Folder ?? "");
    }

    // As the other proposals' file names write it, else as the template's own shows it.
    private static string DateForm(Catalog catalog, Process process)
    {
        var written = catalog.Entries.Where(e => string.Equals(e.Process.Name, process.Name, StringComparison.Ordinal))
            .Select(e => process.Files.Select(f => f.Match(e.Path)?.Date).FirstOrDefault(d => d is not null)).OfType<string>().Select(NameShape.DateFormOf).OfType<string>();
        return written.GroupBy(f => f, StringComparer.Ordinal).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key
            ?? (process.Current.Path.Contains("YYYYMMDD", StringComparison.OrdinalIgnoreCase) ? "yyyyMMdd" : "yyyy-MM-dd");
    }

    /// <summary>As many digits as the other proposals' file names have; 1 where they do not pad.</summary>
    internal static int Width(Catalog catalog, Process process)
    {
        if (process.Current.Naming?.Width is { } width) return Math.Max(width, 1);
        var written = catalog.Entries.Where(e => string.Equals(e.Process.Name, process.Name, StringComparison.Ordinal))
            .Select(e => process.Files.Select(f => f.Match(e.Path)?.Number).FirstOrDefault(n => n is not null))
            .Where(n => n is { Length: > 1 } && n[0] == '0').Select(n => n!.Length).ToList();
        if (written.Count > 0) return written.GroupBy(l => l).OrderByDescending(g => g.Count()).First().Key;
        return catalog.Entries.Any(e => string.Equals(e.Process.Name, process.Name, StringComparison.Ordinal)) ? 1 : TitleWidth(process);
    }

    // "0046" in a field of one's neighbours: the number is padded there.
    private static ImmutableDictionary<string, int> WidthsOf(Catalog catalog, Process process) =>
        catalog.Entries.Where(e => string.Equals(e.Process.Name, process.Name, StringComparison.Ordinal))
            .SelectMany(e => e.Fields).Where(f => f.Value is { Length: > 1 and < 10 } v && v[0] == '0' && v.All(char.IsAsciiDigit))
            .GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(g => g.Key, g => g.GroupBy(f => f.Value!.Length).OrderByDescending(l => l.Count()).ThenBy(l => l.Key).First().Key, StringComparer.OrdinalIgnoreCase);

    // "nav_order: 3" in the third.
    private static ImmutableHashSet<string> CountedOf(Catalog catalog, Process process)
    {
        var others = catalog.Entries.Where(e => string.Equals(e.Process.Name, process.Name, StringComparison.Ordinal)).ToList();
        if (others.Count < FewestCounted || others.Exists(e => e.Number is null)) return ImmutableHashSet<string>.Empty;
        return others.SelectMany(e => e.Fields.Where(f => int.TryParse(f.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value == e.Number).Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase))
            .GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() == others.Count).Select(g => g.Key).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
    }

    // "RFC-0046" in the title of the last one.
    private static int TitleWidthOf(Catalog catalog, Process process)
    {
        var last = catalog.Entries.Where(e => string.Equals(e.Process.Name, process.Name, StringComparison.Ordinal) && e.Number is not null).MaxBy(e => e.Number);
        if (process.Current.Title is not { Pattern: { HasNumber: true } pattern } || last is null) return 1;
        var document = catalog.Open(last).Document;
        var title = document.Title?.Text ?? document.Header.FirstOrDefault(f => f.Name.Equals("title", StringComparison.OrdinalIgnoreCase))?.Value;
        return title is not null && TitleReader.Read(pattern, title) is { Digits: ['0', ..] digits } ? digits.Length : 1;
    }

    private static int TitleWidth(Process process)
    {
        var name = TreePath.StemOf(process.Current.Path);
        var folder = TreePath.NameOf(TreePath.FolderOf(process.Current.Path));
        foreach (var text in (string[])[name, folder, process.Current.Title?.Pattern.Tokens.FirstOrDefault(t => t.Part == TitlePart.Number)?.Text.Trim('`', '$', '{', '}', '<', '>', '[', ']') ?? ""])
        {
            var run = text.TakeWhile(c => c is '0' or 'N' or 'X' or 'n' or 'x').Count();
            if (run is >= 3 and <= 6) return run;
        }
        return 1;
    }

    private static string? Occupied(Catalog catalog, Process process, string path)
    {
        if (catalog.Tree.Find(path) is not null) return path;
        var twin = catalog.Tree.Files.FirstOrDefault(f => string.Equals(f.Path, path, StringComparison.OrdinalIgnoreCase));
        if (twin is not null) return twin.Path; // a file system without case would overwrite it
        var folder = TreePath.FolderOf(path);
        return TreePath.StemOf(path) is "README" or "index" && !string.Equals(folder, process.Folder, StringComparison.Ordinal) && catalog.Tree.HasFolder(folder) ? folder : null;
    }
}
