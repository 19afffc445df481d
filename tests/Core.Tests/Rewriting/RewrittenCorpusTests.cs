using System.Collections.Concurrent;
using System.Globalization;
using Core.Tests.Architecture;
using Core.Tests.Rules;
using Gavel.Core.Text;

namespace Core.Tests.Rewriting;

/// <summary>
/// Nothing may be judged by the names that a project happens to use: a corpus in other words has the same findings in the same places.
/// Left out: git's history, cue words of English (they are kept), the order of the sections where it is not the template's, other kinds of headers.
/// </summary>
public sealed class RewrittenCorpusTests
{
    private static readonly Dictionary<string, (string Folder, CorpusRewriter Rewriter)> Corpora = new(StringComparer.Ordinal)
    {
        ["venice"] = ("venice", new CorpusRewriter
        {
            Words =
            [
                ("VIP_Number", "ZAP_Number"), ("VIP_Title", "ZAP_Title"), ("VIPs", "ZAPs"), ("VIP", "ZAP"), ("vip", "zap"), ("Venice", "Lugano"),
                ("Under Discussion", "In Review"), ("Accepted", "Approved"), ("Implemented", "Delivered"), ("Rejected", "Declined"),
            ],
            Fields = [("Status", "State"), ("Author(s)", "Owner(s)"), ("Pull Request", "Merge Request"), ("Release", "Version")],
            PadsAfter = "zap",
            MovesToTheEnd = "References",
        }),
        ["vdk"] = ("vdk", new CorpusRewriter
        {
            Words =
            [
                ("VEPs", "QUOXes"), ("VEP", "QUOX"), ("vep", "quox"), ("NNNN", "XXXX"), ("implementable", "ready"), ("implemented", "shipped"),
                ("rejected", "declined"), ("withdrawn", "retracted"), ("replaced", "superseded"), ("draft", "sketch"),
            ],
            Fields = [("Author(s)", "Maintainer(s)"), ("Status", "Current State")],
            MovesToTheEnd = "Glossary",
        }),
        ["ksql"] = ("ksql", new CorpusRewriter
        {
            Words =
            [
                ("KLIPs", "MOPSes"), ("KLIP", "MOPS"), ("klip", "mops"), ("KSQL", "TABULA"), ("In Discussion", "In Review"), ("Discussion", "Review"),
                ("Design Approved", "Design Agreed"), ("Approved", "Agreed"), ("In development", "In progress"), ("In Development", "In Progress"), ("Merged", "Delivered"),
            ],
            Fields = [("Author", "Owner"), ("Release Target", "Target Version"), ("Status", "Stage")],
            PadsAfter = "mops",
            MovesToTheEnd = "What is in scope",
        }),
        ["karbor"] = ("karbor/doc/source", new CorpusRewriter { Words = [("karbor", "tangra"), ("Karbor", "Tangra")] }),
    };

    private static readonly Dictionary<string, Func<CorpusRewriter, CorpusRewriter>> Rounds = new(StringComparer.Ordinal)
    {
        ["words"] = r => new CorpusRewriter { Words = r.Words },
        ["fields"] = r => new CorpusRewriter { Fields = r.Fields },
        ["number width"] = r => new CorpusRewriter { Words = r.Words, PadsAfter = r.PadsAfter },
        ["headings"] = _ => new CorpusRewriter { EnciphersHeadings = true },
        ["bullets"] = _ => new CorpusRewriter { SwapsBullets = true, SwapsAdornments = true },
        ["colon in bold"] = _ => new CorpusRewriter { Header = CorpusRewriter.HeaderForm.ColonInsideBold },
        ["bold by underscores"] = _ => new CorpusRewriter { Header = CorpusRewriter.HeaderForm.Underscores },
        ["order"] = r => new CorpusRewriter { MovesToTheEnd = r.MovesToTheEnd },
        ["everything"] = r => r with { EnciphersHeadings = true, SwapsBullets = true, SwapsAdornments = true, Header = CorpusRewriter.HeaderForm.ColonInsideBold },
    };

    private static readonly ConcurrentDictionary<(string Corpus, string Unplaced), List<string>> Expected = new();

    public static TheoryData<string, string> Cases => [.. from corpus in Corpora.Keys from round in Rounds.Keys where Applies(Corpora[corpus].Rewriter, round) select (corpus, round)];

    // A reStructuredText process has no header here, and not every process has numbers.
    private static bool Applies(CorpusRewriter rewriter, string round) => round switch
    {
        "fields" or "colon in bold" or "bold by underscores" => rewriter.Fields.Length > 0,
        "number width" => rewriter.PadsAfter is not null,
        "order" => rewriter.MovesToTheEnd is not null,
        _ => true,
    };

    [Theory, MemberData(nameof(Cases))]
    public void The_same_is_found_in_other_words(string corpus, string round)
    {
        Assert.SkipWhen(CheckoutFolder.Shared is null, "skipped: ../shared/corpora not found");
        var (folder, whole) = Corpora[corpus];
        var old = Files(Path.Combine(CheckoutFolder.Shared!, "corpora", folder)).ToList();
        var rewriter = Rounds[round](whole) with { Anchors = CorpusRewriter.AnchorsOf(old.Select(f => f.Chars)) };
        var rewritten = old.ConvertAll(f => rewriter.Rewrite(f.Path, f.Chars));

        // Where to put what is missing follows from the order.
        var unplaced = rewriter.MovesToTheEnd is null ? "" : "section-missing";
        var expected = Expected.GetOrAdd((corpus, unplaced), _ => Findings(SmallRepository.Of(old), unplaced, p => (p, line => line)));
        var byPath = rewritten.ToDictionary(f => f.Path, StringComparer.Ordinal);
        var found = Findings(SmallRepository.Of(rewritten.Select(f => SourceText.From(f.Path, f.Text))), unplaced, p => byPath.TryGetValue(p, out var file) ? (file.OldPath, line => line < file.Origin.Length ? file.Origin[line] : line) : (p, line => line));

        Assert.Contains(rewritten, f => !old.Exists(o => string.Equals(o.Chars, f.Text, StringComparison.Ordinal)));
        Assert.NotEmpty(expected);
        var differing = expected.Except(found, StringComparer.Ordinal).Select(f => "lost " + f).Concat(found.Except(expected, StringComparer.Ordinal).Select(f => "new " + f));
        Assert.True(!differing.Any(), string.Join('\n', differing));
        Assert.Equal(expected.Count, found.Count);
    }

    /// <summary>Texts with their content, all else by name alone.</summary>
    private static IEnumerable<SourceText> Files(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var isText = name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rst", StringComparison.Ordinal);
            yield return SourceText.From(name, isText ? File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal) : "");
        }
    }

    /// <summary>Rule, severity, old path and old lines, one a line.</summary>
    private static List<string> Findings(SmallRepository repository, string unplaced, Func<string, (string Path, Func<int, int> Line)> before)
    {
        var lines = new List<string>();
        foreach (var finding in repository.Check(new DateOnly(2026, 11, 1)).Findings)
        {
            var diagnostic = finding.Diagnostic;
            var (path, line) = before(diagnostic.At.Path);
            var places = diagnostic.Also.Prepend(diagnostic.At).Select(p => line(p.Start.Line - 1) + 1).Order();
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{path}:{(string.Equals(diagnostic.Rule, unplaced, StringComparison.Ordinal) ? "" : string.Join(',', places))} {diagnostic.Severity} {diagnostic.Rule}"));
        }
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
