using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using Gavel.Rst;
using Gavel.Rst.Html;
using Gavel.Rst.Transforms;
using Rst.Tests.Fuzz;

namespace Gavel.Bench;

/// <summary>
/// <c>./dev bench rst [speed|whole|growth]</c>: documents a second from text to resolved tree, beside docutils in the same run where it is installed
/// (Debian's python3-docutils), and how time grows with texts that are made to be hard.
/// </summary>
internal static class RstBench
{
    private const int Rounds = 9;

    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var what = arguments.Count > 0 ? arguments[0] : "";
        if (what is "" or "speed") Speed(output);
        if (what is "" or "whole") Whole(output);
        if (what is "" or "growth") Growth(output);
        if (what == "folder") ReadFolder(arguments[1]);
        return 0;
    }

    private static void Speed(TextWriter output)
    {
        if (FindShared() is not { } shared)
        {
            output.WriteLine("the corpora are not beside the checkout; set GAVEL_SHARED");
            return;
        }

        output.WriteLine("| corpus | documents | documents/s | MB/s | bytes allocated per byte read | docutils documents/s | times |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (name, archive, hasHeader) in new[] { ("PEPs", "peps.tar.gz", true), ("Nova's specs", "nova-specs.tar.gz", false) })
        {
            var texts = Unpack(Path.Combine(shared, "corpora", archive), hasHeader);
            var options = new RstOptions { Rfc2822Header = hasHeader };
            var bytes = texts.Sum(static t => (long)System.Text.Encoding.UTF8.GetByteCount(t));
            var best = double.MaxValue;
            long allocated = 0;
            for (var round = 0; round < Rounds; round++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var watch = Stopwatch.StartNew();
                foreach (var text in texts) RstTransforms.ParseAndResolve(text, options);
                best = Math.Min(best, watch.Elapsed.TotalSeconds);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }

            var rate = texts.Count / best;
            var peer = Docutils(texts, hasHeader);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {texts.Count} | {rate:F0} | {bytes / best / 1e6:F1} | {allocated / (double)bytes:F1} | {(peer is null ? "not installed" : $"{peer:F1}")} | {(peer is null ? "" : $"{rate / peer:F0}")} |"));
        }
    }

    /// <summary>
    /// A process from its start to its end that reads every PEP from its file and resolves its tree, in turn with docutils doing the same: medians, and the
    /// medians of the ratios of pairs. The program is what <c>./dev rst-structure</c> has built, ReadyToRun; without it, this one.
    /// </summary>
    private static void Whole(TextWriter output)
    {
        if (FindShared() is not { } shared) return;
        var texts = Unpack(Path.Combine(shared, "corpora", "peps.tar.gz"), pepsOnly: true);
        var folder = Directory.CreateTempSubdirectory("gavel-bench-").FullName;
        try
        {
            for (var i = 0; i < texts.Count; i++) File.WriteAllText(Path.Combine(folder, $"pep-{i:0000}.rst"), texts[i]);
            var built = Path.Combine(BenchFolders.Checkout, "artifacts", "run-Gavel.Dev", "Gavel.Dev");
            var isBuilt = File.Exists(built);
            string[] arguments = isBuilt ? ["rst-structure", .. Directory.GetFiles(folder).Order(StringComparer.Ordinal)] : ["rst", "folder", folder];
            var script = Path.Combine(AppContext.BaseDirectory, "docutils_speed.py");
            var pairs = new List<(Timing Own, Timing Peer)>();
            for (var round = 0; round < 4; round++)
            {
                var own = TimedProcess.Run(isBuilt ? built : Environment.ProcessPath!, folder, arguments);
                var peer = File.Exists("/usr/bin/python3") ? TimedProcess.Run("/usr/bin/python3", folder, [script, folder, "header", "once"]) : own;
                if (round > 0) pairs.Add((own, peer));
            }
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"A whole process over {texts.Count} PEPs{(isBuilt ? "" : " (not ReadyToRun: run ./dev rst-structure once)")}: wall {TimedProcess.Median(pairs.Select(p => p.Own.Wall)):F2} s, CPU {TimedProcess.Median(pairs.Select(p => p.Own.Cpu)):F2} s, peak {pairs.Max(p => p.Own.PeakMiB):F0} MiB"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"docutils: wall {TimedProcess.Median(pairs.Select(p => p.Peer.Wall)):F2} s, CPU {TimedProcess.Median(pairs.Select(p => p.Peer.Cpu)):F2} s; times {TimedProcess.Median(pairs.Select(p => p.Peer.Wall / p.Own.Wall)):F1} in wall, {TimedProcess.Median(pairs.Select(p => p.Peer.Cpu / Math.Max(p.Own.Cpu, 0.01))):F1} in CPU"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void ReadFolder(string folder)
    {
        var options = new RstOptions { Rfc2822Header = true };
        Parallel.ForEach(Directory.GetFiles(folder), path => RstTransforms.ParseAndResolve(File.ReadAllText(path), options));
    }

    /// <summary>Each text at 2,000, 16,000 and 128,000 repetitions: eight times the text, eight times the time.</summary>
    private static void Growth(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("| text | ms at 2,000 | at 16,000 | at 128,000 | last factor (8 is linear) |");
        output.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var name in AdversarialTexts.Names)
        {
            var times = new double[3];
            var size = 2_000;
            for (var i = 0; i < times.Length; i++, size *= 8)
            {
                var text = AdversarialTexts.Make(name, size);
                RstTransforms.ParseAndResolve(text);
                var watch = Stopwatch.StartNew();
                RstHtml.Write(RstTransforms.ParseAndResolve(text));
                times[i] = watch.Elapsed.TotalMilliseconds;
                if (times[i] > 20_000) break;
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {times[0]:F1} | {times[1]:F1} | {times[2]:F1} | {times[2] / Math.Max(times[1], 0.001):F1} |"));
        }
    }

    /// <summary>Documents a second of docutils on every eighth of the texts, null where there is no docutils.</summary>
    private static double? Docutils(List<string> texts, bool hasHeader)
    {
        var folder = Directory.CreateTempSubdirectory("gavel-bench-");
        try
        {
            for (var i = 0; i < texts.Count; i += 8) File.WriteAllText(Path.Combine(folder.FullName, $"{i}.rst"), texts[i]);
            var script = Path.Combine(AppContext.BaseDirectory, "docutils_speed.py");
            foreach (var python in new[] { "/usr/bin/python3", "python3" })
            {
                var start = new ProcessStartInfo(python) { RedirectStandardOutput = true, RedirectStandardError = true };
                foreach (var argument in new[] { script, folder.FullName, hasHeader ? "header" : "plain" }) start.ArgumentList.Add(argument);
                try
                {
                    using var process = Process.Start(start)!;
                    process.ErrorDataReceived += static (_, _) => { };
                    process.BeginErrorReadLine();
                    var said = process.StandardOutput.ReadToEnd();
                    process.WaitForExit();
                    if (double.TryParse(said.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var rate)) return rate;
                }
                catch (System.ComponentModel.Win32Exception)
                {
                    // There is no such program; the next one may be there.
                }
            }

            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Unpack(string archive, bool pepsOnly)
    {
        var texts = new List<string>();
        using var stream = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        using var tar = new TarReader(stream);
        while (tar.GetNextEntry() is { } entry)
        {
            var name = entry.Name[(entry.Name.LastIndexOf('/') + 1)..];
            if (entry.DataStream is null || !name.EndsWith(".rst", StringComparison.Ordinal)) continue;
            if (pepsOnly && !name.StartsWith("pep-", StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(entry.DataStream);
            texts.Add(reader.ReadToEnd());
        }

        return texts;
    }

    private static string? FindShared()
    {
        if (Environment.GetEnvironmentVariable("GAVEL_SHARED") is { Length: > 0 } named && Directory.Exists(named)) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "shared", "corpora"))) return Path.Combine(folder.FullName, "shared");
        }

        return null;
    }
}
