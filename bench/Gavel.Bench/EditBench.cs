using System.Diagnostics;
using System.Globalization;
using Gavel.Cli.CommandLine;
using Gavel.Core.Checking;
using Gavel.Web.Pages;

namespace Gavel.Bench;

/// <summary>
/// <c>./dev bench edit [EDITS] [REPOSITORY]</c>: what a save costs in a process that is warm. First in this process: the edited proposal is read and the catalog checked again,
/// then the site is made of it; then against <c>gavel serve</c>: from the save to the event, and to the page. Of ten edits four move lines, one changes a title, one a status.
/// Time of the thread besides, which other processes do not change.
/// </summary>
internal static class EditBench
{
    private const int Warmup = 40; // edits until the code is compiled for good

    public static int Run(string[] args)
    {
        var edits = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
        var scratch = Directory.CreateTempSubdirectory("gavel-bench-").FullName;
        try
        {
            BenchFolders.Do("cp", scratch, "-r", args.Length > 1 ? Path.GetFullPath(args[1]) : BenchFolders.Repository("eips"), "repository");
            var repository = Path.Combine(scratch, "repository");
            InProcess(repository, edits);
            OverHttp(repository, edits);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
        return 0;
    }

    private static void InProcess(string repository, int edits)
    {
        var settings = new SessionSettings(repository) { IsQuiet = true };
        using var first = Session.Open(settings);
        using var sessions = new WarmSessions(settings, first);
        var memory = new CheckMemory();
        SiteSource source;
        using (var session = sessions.Next(null, false, default)!.Session) source = Sites.Of(session, SiteAddress.Root, session.Today, memory);
        var site = new Site(source);
        var files = FilesOf(source);
        var (checks, sites, wholes) = (new List<Lap>(), new List<Lap>(), new List<Lap>());
        for (var i = 0; i < edits + Warmup; i++)
        {
            var path = files[i * 7919 % files.Length];
            Edit(Path.Combine(repository, path), i);
            var start = Lap.Now();
            var next = sessions.Next([path], false, default);
            if (next is not { Session: var session, Edited: { } edited })
            {
                if (next is null) continue;
                source = Sites.Of(next.Session, SiteAddress.Root, next.Session.Today, memory);
                if (i >= Warmup) wholes.Add(Lap.Since(start));
            }
            else
            {
                source = Sites.After(source, session, edited, memory);
                if (i >= Warmup) checks.Add(Lap.Since(start));
            }
            start = Lap.Now();
            site = new Site(source, site);
            if (i >= Warmup && next.Edited is not null) sites.Add(Lap.Since(start));
            next.Session.Dispose();
        }
        Console.WriteLine($"{files.Length} proposals, {edits} edits, {source.Report.Findings.Length} findings, {site.Pages.Count} pages");
        Print("read and checked", checks);
        Print("the site made of it", sites);
        if (wholes.Count > 0) Print($"{wholes.Count} that others depend on", wholes);
    }

    private static void OverHttp(string repository, int edits)
    {
        BenchFolders.Do(Path.Combine(BenchFolders.Checkout, "gavel"), BenchFolders.Checkout, "--version");
        using var server = ServeBench.Serve(Path.Combine(BenchFolders.Checkout, "artifacts", "run-gavel", "gavel"), repository, out var address);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            using var events = new StreamReader(client.GetStreamAsync(new Uri("/api/v1/events", UriKind.Relative)).Result);
            while (events.ReadLine() is { Length: > 0 }) { }
            var pages = client.GetStringAsync(new Uri("/llms.txt", UriKind.Relative)).Result;
            var files = Directory.EnumerateFiles(repository, "*.md", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length > 3000).Order(StringComparer.Ordinal)
                .Where(f => pages.Contains($"/{Path.GetFileNameWithoutExtension(f)})", StringComparison.OrdinalIgnoreCase)).ToArray();
            var (told, shown) = (new List<Lap>(), new List<Lap>());
            for (var i = 0; i < edits + Warmup; i++)
            {
                var file = files[i * 7919 % files.Length];
                var page = $"/{Path.GetFileNameWithoutExtension(file)}";
                var start = Lap.Now();
                Edit(file, i);
                string? line;
                while ((line = events.ReadLine()) is not null && !(line.StartsWith("data:", StringComparison.Ordinal) && line.Contains($"\"{page}\"", StringComparison.OrdinalIgnoreCase))) { }
                var event1 = Lap.Since(start);
                _ = client.GetByteArrayAsync(new Uri(PageIn(line!, page), UriKind.Relative)).Result;
                if (i < Warmup) continue;
                told.Add(event1);
                shown.Add(Lap.Since(start));
            }
            Print("saved, event over HTTP", told);
            Print("saved, page over HTTP", shown);
        }
        finally
        {
            server.Kill();
            server.WaitForExit();
        }
    }

    private static string PageIn(string line, string page)
    {
        var at = line.IndexOf($"\"{page}\"", StringComparison.OrdinalIgnoreCase) + 1;
        return line.Substring(at, page.Length);
    }

    private static string[] FilesOf(SiteSource source) => [.. source.Catalog.Entries.Where(e => e.File.Length > 3000).Select(e => e.Path).Order(StringComparer.Ordinal)];

    private static void Edit(string file, int number)
    {
        var lines = File.ReadAllLines(file).ToList();
        var (title, status) = (FieldAt(lines, "title:"), FieldAt(lines, "status:"));
        if (number % 10 == 0 && title >= 0) lines[title] += "s";
        else if (number % 10 == 5 && status >= 0) lines[status] = lines[status].Contains("Draft", StringComparison.Ordinal) ? "status: Review" : "status: Draft";
        else if (number % 10 < 5 && lines.FindIndex(l => l.StartsWith("## ", StringComparison.Ordinal)) is var heading and >= 0) lines.InsertRange(heading + 1, ["", string.Create(CultureInfo.InvariantCulture, $"Before all else, {number} is said here.")]);
        else lines.AddRange(["", string.Create(CultureInfo.InvariantCulture, $"And number {number} is said at the end.")]);
        File.WriteAllLines(file, lines);
    }

    private static int FieldAt(List<string> lines, string field) => lines.FindIndex(0, Math.Min(lines.Count, 15), l => l.StartsWith(field, StringComparison.Ordinal));

    private static void Print(string what, List<Lap> laps)
    {
        double At(Func<Lap, double> of, double share) => laps.Select(of).Order().ElementAt((int)Math.Ceiling(laps.Count * share) - 1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-24} median {At(l => l.Wall, 0.5),7:0.00} ms, 99th {At(l => l.Wall, 0.99),7:0.00} ms; of the thread {At(l => l.Thread, 0.5),6:0.00} ms, 99th {At(l => l.Thread, 0.99),6:0.00} ms"));
    }

    /// <param name="Thread">What the processor spent on the thread.</param>
    private sealed record Lap(double Wall, double Thread)
    {
        public static (long Wall, double Thread) Now() => (Stopwatch.GetTimestamp(), ThreadClock.Milliseconds);

        public static Lap Since((long Wall, double Thread) start) => new(Stopwatch.GetElapsedTime(start.Wall).TotalMilliseconds, ThreadClock.Milliseconds - start.Thread);
    }
}
