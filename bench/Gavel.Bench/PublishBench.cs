using System.Globalization;

namespace Gavel.Bench;

/// <summary>
/// <c>./dev bench publish [RUNS]</c>: the sites of the EIPs and the PEPs from a cold process, with an empty cache, with nothing changed and after one edit, in turn
/// with Hugo on the EIPs (no theme: one template that writes the text) and, once, Sphinx on the PEPs (its smallest configuration, on all processors and on one, with and without anything changed; pagefind after it)
/// where they are installed. Machines are noisy: medians and ratios.
/// </summary>
internal static class PublishBench
{
    public static int Run(string[] args)
    {
        var runs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        BenchFolders.Do(Path.Combine(BenchFolders.Checkout, "gavel"), BenchFolders.Checkout, "--version");
        var gavel = Path.Combine(BenchFolders.Checkout, "artifacts", "run-gavel", "gavel");
        var scratch = Directory.CreateTempSubdirectory("gavel-bench-").FullName;
        Console.WriteLine($"{runs} runs; seconds, median (CPU); peak in MiB");
        try
        {
            foreach (var (name, archive, pattern) in new[] { ("EIPs", "eips", "*.md"), ("PEPs", "peps", "pep-*.rst") })
            {
                var repository = BenchFolders.Repository(archive);
                var rows = RowsOf(gavel, repository, Path.Combine(scratch, archive), pattern);
                if (archive == "eips" && Hugo(repository, Path.Combine(scratch, "hugo")) is { } hugo) rows.Add(("hugo, no theme", hugo));
                Print(name, rows, runs);
                if (archive == "peps" && Sphinx(repository, Path.Combine(scratch, "sphinx")) is { } sphinx) Print(name, sphinx, 1);
            }
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
        return 0;
    }

    private static List<(string Name, Func<Timing> Run)> RowsOf(string gavel, string repository, string scratch, string pattern)
    {
        var (cache, site, first) = ("", "", 0);
        var file = Directory.EnumerateFiles(repository, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).First(f => !f.Contains("template", StringComparison.Ordinal));
        var text = File.ReadAllText(file);
        var change = 0;
        Timing Publish() => TimedProcess.Run(gavel, repository, ["publish", "-o", site, "--quiet"], new Dictionary<string, string> { ["GAVEL_CACHE"] = cache });
        return
        [
            ("everything, empty cache", () =>
            {
                // Folders that nobody used: where many files were just deleted, the file system is slow to make new ones.
                (cache, site) = (Path.Combine(scratch, $"cache{first}"), Path.Combine(scratch, $"site{first++}"));
                return Publish();
            }),
            ("nothing changed", Publish),
            ("one edit", () =>
            {
                File.WriteAllText(file, $"{text}\nA line more, number {++change}.\n");
                try
                {
                    return Publish();
                }
                finally
                {
                    File.WriteAllText(file, text);
                }
            }),
        ];
    }

    private static Func<Timing>? Hugo(string repository, string folder)
    {
        if (!File.Exists("/usr/bin/hugo")) return null;
        Directory.CreateDirectory(Path.Combine(folder, "layouts", "_default"));
        Directory.CreateDirectory(Path.Combine(folder, "content"));
        File.WriteAllText(Path.Combine(folder, "config.toml"), "baseURL = \"https://example.org/\"\ntitle = \"EIPs\"\ndisableKinds = [\"taxonomy\", \"term\", \"RSS\", \"sitemap\"]\n[markup.goldmark.renderer]\nunsafe = true\n");
        File.WriteAllText(Path.Combine(folder, "layouts", "_default", "single.html"), "<!DOCTYPE html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}");
        File.WriteAllText(Path.Combine(folder, "layouts", "_default", "list.html"), "<!DOCTYPE html><title>{{ .Title }}</title>{{ range .Site.RegularPages }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(repository, "EIPS"), "*.md")) File.Copy(file, Path.Combine(folder, "content", Path.GetFileName(file)));
        var run = 0;
        return () => TimedProcess.Run("/usr/bin/hugo", folder, ["--quiet", "--destination", $"made{run++}"]);
    }

    // One run of each row: it takes minutes.
    private static List<(string Name, Func<Timing> Run)>? Sphinx(string repository, string folder)
    {
        if (!File.Exists("/usr/bin/sphinx-build")) return null;
        var source = Path.Combine(folder, "source");
        Directory.CreateDirectory(source);
        File.WriteAllText(Path.Combine(source, "conf.py"), "project = 'PEPs'\nhtml_theme = 'basic'\nroot_doc = 'contents'\nsource_suffix = {'.rst': 'restructuredtext'}\n");
        var files = Directory.EnumerateFiles(repository, "pep-*.rst", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        foreach (var file in files) File.Copy(file, Path.Combine(source, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(source, "contents.rst"), $"PEPs\n====\n\n.. toctree::\n   :maxdepth: 1\n\n{string.Concat(files.Select(f => $"   {Path.GetFileNameWithoutExtension(f)}\n"))}");
        Timing Build(string processes) => TimedProcess.Run("/usr/bin/sphinx-build", folder, ["-q", "-b", "html", "-j", processes, "source", $"made{processes}"]);
        List<(string Name, Func<Timing> Run)> rows = [("sphinx, everything, all processors", () => Build("auto")), ("sphinx, nothing changed", () => Build("auto")), ("sphinx, everything, as it comes", () => Build("1"))];
        if (NpmPeer.Find("pagefind", "1.6.0", "lib/runner/bin.cjs") is { } pagefind) rows.Add(("pagefind, over what sphinx made", () => TimedProcess.Run("node", folder, [pagefind, "--site", "made1"])));
        return rows;
    }

    private static void Print(string name, List<(string Name, Func<Timing> Run)> rows, int runs)
    {
        var times = rows.Select(_ => new List<Timing>()).ToList();
        for (var run = 0; run < runs; run++)
        {
            for (var row = 0; row < rows.Count; row++) times[row].Add(rows[row].Run());
        }
        for (var row = 0; row < rows.Count; row++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name + ", " + rows[row].Name,-42} {TimedProcess.Median(times[row].Select(t => t.Wall)),7:F2} ({TimedProcess.Median(times[row].Select(t => t.Cpu)):F2})  {times[row].Max(t => t.PeakMiB),5:F0}"));
    }
}
