using System.Diagnostics;
using Gavel.Cli.CommandLine;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Decisions;
using Gavel.Core.Trees;
using Gavel.Storage.Files;
using Gavel.Web.Pages;
using Gavel.Web.Serving;

namespace Gavel.Bench;
internal static class Stages
{
 public static int Run(string[] args)
 {
var repo = args[0]; var edits = int.Parse(args[1]);
var settings = new SessionSettings(repo) { IsQuiet = true };
using var first = Session.Open(settings);
var entries = new EntryMemory();
var lasting = new Lasting(first.Root, first.Cache, entries, "x");
var names = new List<string>(); var sums = new Dictionary<string, List<double>>();
void T(string n, Action a) { var t = Stopwatch.GetTimestamp(); a(); if (!sums.TryGetValue(n, out var l)) { sums[n] = l = []; names.Add(n); } l.Add(Stopwatch.GetElapsedTime(t).TotalMilliseconds); }
var files = Directory.GetFiles(repo, "*.md", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length > 3000 && !f.Contains("/.git/")).Order(StringComparer.Ordinal).ToArray();
var rnd = new Random(1);
Site? site = null;
for (var i = 0; i < edits; i++)
{
    var f = files[rnd.Next(files.Length)];
    File.AppendAllText(f, $"\nAnother line {i}.\n");
    Thread.Sleep(5);
    var reading = new LiveReadingProbe(first.Root);
    T("stamp+list", () => reading.Stamp());
    T("refs", () => first.Git!.RefStamp());
    Session s = null!;
    T("session", () => s = Session.Open(settings, lasting.Use(), default));
    T("tree", () => { _ = s.Tree.Files; });
    T("processes", () => { var x = s.FindProcesses(s.Tree, s.History); });
    T("catalog(+processes)", () => { var x = s.Catalog; });
    Catalog c = null!;
    T("dates", () => c = s.Catalog.WithDates(s.History, default));
    Report r = null!;
    T("check", () => r = Checker.Check(c, new CheckRequest(s.Today), default));
    T("check again", () => Checker.Check(c, new CheckRequest(s.Today), default));
    T("timelines", () => Timelines.Read(c, s.History, default));
    SiteSource source = null!;
    T("source", () => source = Sites.Of(s, SiteAddress.Root) with { Live = new LiveSite(true) });
    Site now = null!;
    T("site", () => now = new Site(source));
    T("diff", () => { if (site is not null) foreach (var p in now.Pages) if (site.Find(p.Address)?.Key != p.Key) { } });
    site = now;
    if (i == 0) Console.WriteLine($"{c.Entries.Length} entries, {r.Findings.Length} findings, {now.Pages.Count} pages, {s.Tree.Files.Length} files");
    s.Dispose();
}
foreach (var n in names) { var l = sums[n].Skip(edits / 4).Order().ToList(); Console.WriteLine($"{n,-22} p50 {l[l.Count / 2],8:0.00}  p90 {l[l.Count * 9 / 10],8:0.00} max {l[^1],8:0.00}"); }
return 0; }
}
sealed class LiveReadingProbe(Root root) { public string Stamp() => new WorkTree(root, new NoCache()).Stamp.Digest; }
