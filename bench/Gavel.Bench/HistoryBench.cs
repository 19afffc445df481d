using System.Globalization;

namespace Gavel.Bench;

/// <summary>Histories of 30,000 commits from outside: the first pass, a second run, and a run after one more commit; beside what git alone takes for the same history.</summary>
internal static class HistoryBench
{
    public static int Run(string[] args)
    {
        var commits = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 30_000;
        var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        BenchFolders.Do(Path.Combine(BenchFolders.Checkout, "gavel"), BenchFolders.Checkout, "--version");
        var gavel = Path.Combine(BenchFolders.Checkout, "artifacts", "run-gavel", "gavel");
        var repository = HistoryRepository.Create(commits);
        var cache = Path.Combine(BenchFolders.Checkout, "artifacts", "bench-history", "cache");
        var environment = new Dictionary<string, string> { ["GAVEL_CACHE"] = cache, ["NO_COLOR"] = "1" };
        var file = Directory.EnumerateFiles(Path.Combine(repository, "rfcs"), "0007-*.md").Single();
        var text = File.ReadAllText(file);
        BenchFolders.Do("git", repository, "update-ref", "refs/bench/start", "HEAD");
        var rows = new List<(string Name, Func<Timing> Run)>
        {
            ("git log --raw -M", () => TimedProcess.Run("git", repository, ["log", "--raw", "-M", "--format=%H"])),
            // What reading a history at all costs: every text that was ever under the folder, and the search of git for one field in each of its changes.
            ("git cat-file, every text", () => TimedProcess.Run("sh", repository, ["-c", "git log --raw --no-renames --no-abbrev --format= -- rfcs | cut -d' ' -f4 | sort -u | grep -v '^0*$' | git cat-file --batch --buffer"])),
            ("git log -G, one field", () => TimedProcess.Run("git", repository, ["log", "-G", "Status", "--format=%H", "--", "rfcs"])),
            ("gavel log, empty cache", () =>
            {
                if (Directory.Exists(cache)) Directory.Delete(cache, recursive: true);
                return TimedProcess.Run(gavel, repository, ["log", "rfc-7"], environment);
            }),
            ("gavel log, filled cache", () => TimedProcess.Run(gavel, repository, ["log", "rfc-7"], environment)),
            ("gavel log, one commit later", () =>
            {
                File.AppendAllText(file, $"\nOne more line of {TimeProvider.System.GetTimestamp()}.\n");
                BenchFolders.Do("git", repository, "-c", "user.name=bench", "-c", "user.email=bench@example.org", "commit", "-q", "-a", "-m", "Edit");
                return TimedProcess.Run(gavel, repository, ["log", "rfc-7"], environment);
            }),
            // The commit just made is another answer: the first time it is worked out, the second time it is told again.
            ("gavel list, first asked", () => TimedProcess.Run(gavel, repository, ["list"], environment)),
            ("gavel list, asked again", () => TimedProcess.Run(gavel, repository, ["list"], environment)),
            ("gavel stats, first asked", () => TimedProcess.Run(gavel, repository, ["stats"], environment)),
            ("gavel stats, asked again", () => TimedProcess.Run(gavel, repository, ["stats"], environment)),
        };
        var timings = rows.Select(_ => new List<Timing>()).ToArray();
        try
        {
            for (var run = 0; run < runs; run++)
            {
                for (var i = 0; i < rows.Count; i++) timings[i].Add(rows[i].Run());
                BenchFolders.Do("git", repository, "reset", "-q", "--hard", "refs/bench/start");
            }
        }
        finally
        {
            BenchFolders.Do("git", repository, "reset", "-q", "--hard", "refs/bench/start");
            File.WriteAllText(file, text);
        }
        Console.WriteLine($"{commits} commits{"",-16} {"wall s",8} {"cpu s",8} {"MiB",7}   (medians of {runs})");
        for (var i = 0; i < rows.Count; i++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rows[i].Name,-29} {TimedProcess.Median(timings[i].Select(t => t.Wall)),8:F3} {TimedProcess.Median(timings[i].Select(t => t.Cpu)),8:F3} {timings[i].Max(t => t.PeakMiB),7:F0}"));
        }
        return 0;
    }
}
