using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gavel.Dev;

/// <summary>What a person judged of one finding on a real corpus.</summary>
/// <param name="Judged"><c>true</c>: a careful maintainer acts on it. <c>false</c>: a false alarm. <c>?</c>: nobody has looked yet.</param>
public sealed record Verdict(string Rule, string Severity, string Path, int Line, string Fingerprint, string Judged, string Note)
{
    public string Write() => string.Join('\t', Rule, Severity, Path, Line, Fingerprint, Judged, Note);
}

/// <summary>
/// The findings on the real corpora beside what was judged of them, in <c>tests/accepted/NAME.tsv</c>. Small corpora are judged whole; of a large one
/// the hundred findings whose fingerprints hash lowest, which is as good as chance and stays when others change. No text of a corpus is kept.
/// </summary>
public static class Verdicts
{
    private const int Sample = 100;

    /// <summary>Name, source below the shared corpora, and whether only a sample is judged. <c>assets/</c> is missing in the EIPs' archive: links into it count nowhere.</summary>
    private static readonly (string Name, string Source, bool IsSample, string? LeaveOut)[] Corpora =
    [
        ("venice", "history/venice.bundle", false, null),
        ("vdk", "history/vdk.bundle", false, null),
        ("ksql", "history/ksql.bundle", false, null),
        ("karbor", "history/karbor.bundle", false, null),
        ("eips", "eips.tar.gz", true, "assets/"),
        ("peps", "peps.tar.gz", true, null),
        ("nova-specs", "nova-specs.tar.gz", true, null),
    ];

    public static IEnumerable<string> Names => Corpora.Select(c => c.Name);

    /// <summary><c>./dev verdicts [NAME…]</c> brings the files up to date: what was judged stays, what is new waits with a <c>?</c>.</summary>
    public static int Run(string[] args)
    {
        var shared = SharedFolder() ?? throw new InvalidOperationException("../shared/corpora not found");
        foreach (var name in args.Length > 0 ? args : [.. Names])
        {
            var known = Read(name).ToDictionary(v => v.Fingerprint, StringComparer.Ordinal);
            var found = Find(name, shared);
            var lines = found.Select(f => known.TryGetValue(f.Fingerprint, out var old) ? f with { Judged = old.Judged, Note = old.Note } : f).ToList();
            File.WriteAllText(FileOf(name), "# rule\tseverity\tpath\tline\tfingerprint\tjudged\tnote\n" + string.Concat(lines.Select(l => l.Write() + "\n")));
            Console.WriteLine($"{name}: {lines.Count} findings, {lines.Count(l => l.Judged == "true")} true, {lines.Count(l => l.Judged == "false")} false alarms, {lines.Count(l => l.Judged == "?")} not judged");
        }
        return 0;
    }

    public static IReadOnlyList<Verdict> Read(string name) => !File.Exists(FileOf(name)) ? [] :
    [
        .. File.ReadLines(FileOf(name)).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))
            .Select(p => new Verdict(p[0], p[1], p[2], int.Parse(p[3], System.Globalization.CultureInfo.InvariantCulture), p[4], p[5], p.Length > 6 ? p[6] : "")),
    ];

    /// <summary>What the check finds now, all of it or the sample.</summary>
    public static IReadOnlyList<Verdict> Find(string name, string shared)
    {
        var corpus = Corpora.Single(c => c.Name == name);
        using var report = JsonDocument.Parse(Check(Prepare(corpus.Name, Path.Combine(shared, "corpora", corpus.Source))));
        var all = report.RootElement.GetProperty("diagnostics").EnumerateArray()
            .Where(d => corpus.LeaveOut is null || !d.GetProperty("message").GetString()!.Contains(corpus.LeaveOut, StringComparison.Ordinal))
            .Select(d => new Verdict(Text(d, "rule"), Text(d, "severity"), Text(d, "path"), d.GetProperty("line").GetInt32(), Text(d, "fingerprint"), "?", ""))
            .ToList();
        if (!corpus.IsSample) return all;
        return [.. all.OrderBy(v => Chance(v.Fingerprint), StringComparer.Ordinal).Take(Sample).OrderBy(v => v.Path, StringComparer.Ordinal).ThenBy(v => v.Line).ThenBy(v => v.Rule, StringComparer.Ordinal)];
    }

    /// <returns>Null where there are no corpora.</returns>
    public static string? SharedFolder()
    {
        if (Environment.GetEnvironmentVariable("GAVEL_SHARED") is { Length: > 0 } named) return Directory.Exists(named) ? named : null;
        for (var folder = new DirectoryInfo(CheckoutFolder.Find()); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "shared", "corpora"))) return Path.Combine(folder.FullName, "shared");
        return null;
    }

    private static string FileOf(string name) => Path.Combine(CheckoutFolder.Find(), "tests", "accepted", name + ".tsv");

    private static string Chance(string fingerprint) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(fingerprint)));

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString()!;

    /// <summary>The corpus as a repository below <c>artifacts</c>, made once.</summary>
    private static string Prepare(string name, string source)
    {
        var folder = Path.Combine(CheckoutFolder.Find(), "artifacts", "corpora", name);
        if (Directory.Exists(Path.Combine(folder, ".git"))) return folder;
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        if (source.EndsWith(".bundle", StringComparison.Ordinal))
        {
            Do(Path.GetDirectoryName(folder)!, "git", "clone", "-q", "-b", "main", source, folder);
            return folder;
        }
        Directory.CreateDirectory(folder);
        Do(folder, "tar", "xzf", source);
        Do(folder, "git", "init", "-q");
        return folder;
    }

    /// <summary>The program as a user runs it, from beside this one.</summary>
    private static string Check(string folder)
    {
        string[] args = [Path.Combine(AppContext.BaseDirectory, "gavel.dll"), "-C", folder, "check", "--format", "json", "--no-cache", "--quiet", "--today", "2026-11-01"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", args) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode < 2 ? text : throw new InvalidOperationException($"the check of {folder} gave {process.ExitCode}");
    }

    private static void Do(string folder, string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { WorkingDirectory = folder })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', args)} gave {process.ExitCode}");
    }
}
