using System.Globalization;

namespace Gavel.Bench;

/// <summary>
/// The tool from outside, over the EIPs: everything with an empty and with a filled cache, one file, one changed file; beside peers that npm
/// installs into <c>artifacts/peers</c>, run in turn with it. Machines are noisy: medians and ratios.
/// </summary>
internal static class WholeProcess
{
    public static int Run(string[] args)
    {
        var runs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 7;
        BenchFolders.Do(Path.Combine(BenchFolders.Checkout, "gavel"), BenchFolders.Checkout, "--version");
        var gavel = Path.Combine(BenchFolders.Checkout, "artifacts", "run-gavel", "gavel");
        var eips = BenchFolders.Repository("eips");
        var cache = Path.Combine(BenchFolders.Checkout, "artifacts", "bench-cache");
        var environment = new Dictionary<string, string> { ["GAVEL_CACHE"] = cache, ["NO_COLOR"] = "1" };
        var file = Directory.EnumerateFiles(Path.Combine(eips, "EIPS"), "*.md").Order(StringComparer.Ordinal).First();
        var text = File.ReadAllText(file);
        var change = 0;
        var relative = Path.GetRelativePath(eips, file);
        var rows = new List<(string Name, Func<Timing> Run)>
        {
            ("gavel check, empty cache", () =>
            {
                if (Directory.Exists(cache)) Directory.Delete(cache, recursive: true);
                return TimedProcess.Run(gavel, eips, ["check"], environment);
            }),
            ("gavel check, filled cache", () => TimedProcess.Run(gavel, eips, ["check"], environment)),
            ("gavel check FILE, filled cache", () => TimedProcess.Run(gavel, eips, ["check", relative], environment)),
            ("gavel check FILE, just changed", () =>
            {
                File.WriteAllText(file, $"{text}\nChange {++change}.\n");
                return TimedProcess.Run(gavel, eips, ["check", relative], environment);
            }),
            ("gavel --version", () => TimedProcess.Run(gavel, eips, ["--version"], environment)),
            ("./gavel --version", () => TimedProcess.Run(Path.Combine(BenchFolders.Checkout, "gavel"), eips, ["--version"], environment)),
            ("git --version", () => TimedProcess.Run("git", eips, ["--version"])),
        };
        if (Markdownlint() is { } lint) rows.Add(("markdownlint-cli2 EIPS/*.md", () => TimedProcess.Run("node", eips, [lint, "EIPS/*.md"])));
        if (Eipw() is { } eipw) rows.Add(("eipw-lint-js EIPS/*.md", () => TimedProcess.Run("node", eips, [eipw, "EIPS"])));
        try
        {
            Print(rows, runs);
        }
        finally
        {
            File.WriteAllText(file, text);
        }
        return 0;
    }

    private static void Print(List<(string Name, Func<Timing> Run)> rows, int runs)
    {
        var timings = rows.Select(_ => new List<Timing>()).ToArray();
        for (var run = 0; run <= runs; run++)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var timing = rows[i].Run();
                if (run > 0) timings[i].Add(timing); // the first round warms the disk
            }
        }
        Console.WriteLine($"{"",-34} {"wall s",8} {"cpu s",8} {"MiB",7}   (medians of {runs})");
        for (var i = 0; i < rows.Count; i++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rows[i].Name,-34} {TimedProcess.Median(timings[i].Select(t => t.Wall)),8:F3} {TimedProcess.Median(timings[i].Select(t => t.Cpu)),8:F3} {timings[i].Max(t => t.PeakMiB),7:F0}"));
        }
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Name.StartsWith("gavel", StringComparison.Ordinal) || rows[i].Name.StartsWith('.') || rows[i].Name.StartsWith("git", StringComparison.Ordinal)) continue;
            var pairs = timings[i].Zip(timings[0], (peer, own) => peer.Wall / own.Wall);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows[i].Name} takes {TimedProcess.Median(pairs):F1} times as long as gavel with an empty cache (median of pairs)"));
        }
    }

    private static string? Markdownlint() => NpmPeer.Find("markdownlint-cli2", "0.18.1", "markdownlint-cli2-bin.mjs");

    private static string? Eipw()
    {
        if (NpmPeer.Find("eipw-lint-js", "0.9.0", "package.json") is not { } found) return null;
        var driver = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(found)!)!)!, "eipw.mjs");
        File.WriteAllText(driver, """
            import { lint, format } from 'eipw-lint-js';
            import { readdirSync } from 'node:fs';
            const folder = process.argv[2];
            const found = await lint(readdirSync(folder).filter(f => f.endsWith('.md')).map(f => `${folder}/${f}`));
            for (const one of found) console.log(format(one));
            """);
        return driver;
    }
}
