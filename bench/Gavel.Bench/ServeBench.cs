using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Gavel.Bench;

/// <summary>
/// <c>./dev bench serve [SECONDS] [REPOSITORY]</c>: a proposal, the catalog and searches of the live server under load from <c>wrk</c>, in turn with nginx that serves the published
/// site of the same repository (texts packed beforehand, <c>gzip_static</c>). Both beside the generator on the same machine: ratios count.
/// </summary>
internal static partial class ServeBench
{
    private const int Connections = 64;
    private const int Rounds = 3;

    private static readonly string[] Programs = ["/usr/bin/wrk", "/usr/sbin/nginx"];

    public static int Run(string[] args)
    {
        var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 8;
        foreach (var program in Programs)
        {
            if (File.Exists(program)) continue;
            Console.Error.WriteLine($"{program} is missing: apt-get install wrk nginx-light");
            return 3;
        }
        var repository = args.Length > 1 ? Path.GetFullPath(args[1]) : BenchFolders.Repository("eips");
        BenchFolders.Do(Path.Combine(BenchFolders.Checkout, "gavel"), BenchFolders.Checkout, "--version");
        var gavel = Path.Combine(BenchFolders.Checkout, "artifacts", "run-gavel", "gavel");
        var scratch = Directory.CreateTempSubdirectory("gavel-bench-").FullName;
        try
        {
            BenchFolders.Do(gavel, repository, "publish", "-o", Path.Combine(scratch, "site"), "--quiet");
            using var peer = Nginx(scratch);
            using var server = Serve(gavel, repository, out var address);
            try
            {
                Measure(address, peer.Address, Path.Combine(scratch, "site"), scratch, seconds);
                var status = File.ReadLines($"/proc/{server.Id}/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
                Console.WriteLine($"peak of gavel serve {long.Parse(status.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024} MiB");
            }
            finally
            {
                server.Kill();
                server.WaitForExit();
            }
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
        return 0;
    }

    private static void Measure(string gavel, string nginx, string site, string scratch, int seconds)
    {
        var proposal = ProposalOf(site);
        foreach (var page in (string[])["/", $"/{proposal}"])
        {
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
            Console.WriteLine($"{page}: {client.GetByteArrayAsync(gavel + page).Result.Length} bytes from gavel, {client.GetByteArrayAsync(nginx + page.TrimEnd('/') + "/").Result.Length} from nginx, packed");
        }
        Console.WriteLine($"{Rounds} rounds of {seconds} s, {Connections} connections; medians");
        (string Name, string Url, string? Script)[] rows =
        [
            ("a proposal, gavel", $"{gavel}/{proposal}", null),
            ("a proposal, nginx", $"{nginx}/{proposal}/", null),
            ("the catalog, gavel", $"{gavel}/", null),
            ("the catalog, nginx", $"{nginx}/", null),
            ("many proposals, gavel", gavel, ScriptOf(scratch, "many", [.. Directory.EnumerateDirectories(site).Where(d => Path.GetFileName(d) is [>= 'A' and <= 'Z', .., >= '0' and <= '9']).Select(d => "/" + Path.GetFileName(d)).Order(StringComparer.Ordinal).Take(500)])),
            ("search, asked before, gavel", gavel, ScriptOf(scratch, "same", [.. Queries.Select(q => $"/search?q={Uri.EscapeDataString(q)}")])),
            ("search, each anew, gavel", gavel, FreshScript(scratch)),
            ("search through the API, gavel", gavel, ScriptOf(scratch, "api", [.. Queries.Select(q => $"/api/v1/search?q={Uri.EscapeDataString(q)}")])),
        ];
        var figures = rows.Select(_ => new List<(double PerSecond, double Late)>()).ToList();
        for (var round = -1; round < Rounds; round++)
        {
            for (var row = 0; row < rows.Length; row++)
            {
                var figure = Wrk(rows[row].Url, rows[row].Script, round < 0 ? 2 : seconds);
                if (round >= 0) figures[row].Add(figure);
            }
        }
        for (var row = 0; row < rows.Length; row++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows[row].Name,-32} {TimedProcess.Median(figures[row].Select(f => f.PerSecond)),9:0} a second, 99th {TimedProcess.Median(figures[row].Select(f => f.Late)),6:0.00} ms"));
        double Of(int row) => TimedProcess.Median(figures[row].Select(f => f.PerSecond));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio to nginx: a proposal {Of(0) / Of(1):0.00}, the catalog {Of(2) / Of(3):0.00}"));
    }

    private static readonly string[] Queries = ["token", "wallet transaction", "status:final fee", "\"gas limit\"", "signature", "contract upgrade", "nft royalt", "account abstraction", "blob", "transactoin"];

    // The page whose size is the median: neither the shortest nor the longest.
    private static string ProposalOf(string site)
    {
        var pages = Directory.EnumerateDirectories(site).Where(d => Path.GetFileName(d) is [>= 'A' and <= 'Z', .., >= '0' and <= '9'])
            .Select(d => (Name: Path.GetFileName(d), new FileInfo(Path.Combine(d, "index.html")).Length)).OrderBy(p => p.Length).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        return pages[pages.Count / 2].Name;
    }

    private static string ScriptOf(string scratch, string name, string[] paths)
    {
        var file = Path.Combine(scratch, name + ".lua");
        File.WriteAllText(file, $"local paths = {{{string.Join(", ", paths.Select(p => $"\"{p}\""))}}}\nlocal at = 0\nrequest = function() at = at % #paths + 1; return wrk.format(nil, paths[at]) end\n");
        return file;
    }

    // No two queries are the same, so none is answered from what was asked before.
    private static string FreshScript(string scratch)
    {
        var file = Path.Combine(scratch, "fresh.lua");
        var words = string.Join(", ", Queries.Where(q => !q.Contains('"', StringComparison.Ordinal) && !q.Contains(':', StringComparison.Ordinal)).SelectMany(q => q.Split(' ')).Distinct(StringComparer.Ordinal).Select(q => $"\"{q}\""));
        File.WriteAllText(file, $$"""
            local words = { {{words}} }
            local threads, at = 0, 0
            setup = function(thread) threads = threads + 1; thread:set("mine", threads) end
            request = function()
              at = at + 1
              return wrk.format(nil, "/search?q=" .. words[at % #words + 1] .. "%20" .. words[math.floor(at / #words) % #words + 1] .. "%20-x" .. mine .. "y" .. at)
            end
            """);
        return file;
    }

    private static (double PerSecond, double Late) Wrk(string url, string? script, int seconds)
    {
        var start = new ProcessStartInfo("/usr/bin/wrk") { RedirectStandardOutput = true };
        foreach (var arg in (string[])["-t2", $"-c{Connections}", $"-d{seconds}s", "--latency", "-H", "Accept-Encoding: gzip", .. script is null ? (string[])[] : ["-s", script], url]) start.ArgumentList.Add(arg);
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (text.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException($"{url} answers with errors:\n{text}");
        var late = Late().Match(text);
        var unit = late.Groups[2].Value switch { "us" => 0.001, "ms" => 1.0, _ => 1000.0 };
        return (double.Parse(PerSecond().Match(text).Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(late.Groups[1].Value, CultureInfo.InvariantCulture) * unit);
    }

    internal static Process Serve(string gavel, string repository, out string address)
    {
        address = $"http://127.0.0.1:{FreePort()}";
        var process = Process.Start(new ProcessStartInfo(gavel, ["-C", repository, "serve", "--read-only", "--urls", address]) { RedirectStandardOutput = true })!;
        _ = process.StandardOutput.ReadLine();
        return process;
    }

    /// <summary>A server of its own: its folder, its port, and an end with the bench.</summary>
    private static Peer Nginx(string scratch)
    {
        foreach (var page in Directory.EnumerateFiles(Path.Combine(scratch, "site"), "*.html", SearchOption.AllDirectories))
        {
            using var packed = new System.IO.Compression.GZipStream(File.Create(page + ".gz"), System.IO.Compression.CompressionLevel.Fastest);
            packed.Write(File.ReadAllBytes(page));
        }
        var port = FreePort();
        var configuration = Path.Combine(scratch, "nginx.conf");
        File.WriteAllText(configuration, $$"""
            daemon off;
            worker_processes 2;
            pid {{scratch}}/nginx.pid;
            error_log {{scratch}}/nginx.log;
            events { worker_connections 512; }
            http {
              types { text/html html; text/css css; text/javascript js; image/svg+xml svg; }
              access_log off;
              client_body_temp_path {{scratch}}/body; proxy_temp_path {{scratch}}/proxy; fastcgi_temp_path {{scratch}}/fcgi; uwsgi_temp_path {{scratch}}/uwsgi; scgi_temp_path {{scratch}}/scgi;
              sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=4096 inactive=60s; open_file_cache_min_uses 1;
              server { listen 127.0.0.1:{{port}}; root {{scratch}}/site; index index.html; gzip_static on; }
            }
            """);
        var process = Process.Start(new ProcessStartInfo("/usr/sbin/nginx", ["-p", scratch, "-c", configuration]))!;
        BenchFolders.Do("chmod", scratch, "-R", "a+rX", scratch); // its workers are somebody else
        var patience = Stopwatch.StartNew();
        while (!Answers(port) && !process.WaitForExit(50) && patience.Elapsed < TimeSpan.FromSeconds(10)) { }
        return new Peer(process, $"http://127.0.0.1:{port}");
    }

    private static bool Answers(int port)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private sealed class Peer(Process process, string address) : IDisposable
    {
        public string Address => address;

        public void Dispose()
        {
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            process.WaitForExit();
            process.Dispose();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)", RegexOptions.NonBacktracking)]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"99%\s+([0-9.]+)(us|ms|s)", RegexOptions.NonBacktracking)]
    private static partial Regex Late();
}
