using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Gavel.Bench;

/// <summary>A repository of so many commits, made with <c>git fast-import</c>; the same bytes every time. Three of five commits change a proposal, one of twenty the index, the others code; one of ten names an id.</summary>
internal static class HistoryRepository
{
    private const int Seed = 20260731;
    private const int Proposals = 300;
    private const long Start = 1420070400; // 2015-01-01, in seconds

    private static readonly string[] Statuses = ["Draft", "Proposed", "Accepted", "Implemented", "Rejected"];
    private static readonly string[] Sections = ["Summary", "Motivation", "Design", "Alternatives", "Compatibility", "Rollout", "Open questions"];
    private static readonly string[] Words = ["queue", "retry", "budget", "caller", "service", "answer", "header", "limit", "index", "window", "cache", "table", "stream", "order", "moment", "owner", "signal", "change", "before", "after", "never", "always", "each", "with", "without", "the", "a", "of"];

    /// <returns>The folder, with its work tree checked out.</returns>
    public static string Create(int commits)
    {
        var folder = Path.Combine(BenchFolders.Checkout, "artifacts", "bench-history", commits.ToString(CultureInfo.InvariantCulture));
        if (Directory.Exists(Path.Combine(folder, ".git", "objects")) && File.Exists(Path.Combine(folder, "rfcs", "README.md"))) return folder;
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        BenchFolders.Do("git", folder, "init", "-q", "-b", "main");
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardInput = true };
        foreach (var argument in (string[])["fast-import", "--quiet"]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using (var stream = new StreamWriter(process.StandardInput.BaseStream, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" }) new Writer(stream).Write(commits);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"git fast-import gave {process.ExitCode}");
        BenchFolders.Do("git", folder, "reset", "-q", "--hard", "main");
        return folder;
    }

    private sealed class Writer(StreamWriter stream)
    {
        private readonly Random _random = new(Seed);
        private readonly List<Proposal> _proposals = [];

        public void Write(int commits)
        {
            for (var i = 0; i < commits; i++)
            {
                var kind = _random.Next(20);
                if (i == 0) Commit(i, "Begin", ("rfcs/0000-template.md", Template()), ("README.md", "# Service\n"));
                else if (_proposals.Count < Proposals && (kind == 0 || i < 40)) Add(i);
                else if (kind < 12) Change(i);
                else if (kind == 12) Commit(i, "Index", ("rfcs/README.md", Index()));
                else Commit(i, kind < 15 ? $"Work on RFC {_random.Next(1, _proposals.Count + 1)}\n\nThe part that {Text(12)}." : $"Code {Text(4)}", ($"src/{_random.Next(400)}.c", $"int f(void) {{ return {_random.Next()}; }}\n"));
            }
            if (commits > 1) Commit(commits, "Index", ("rfcs/README.md", Index()));
        }

        private void Add(int at)
        {
            var proposal = new Proposal(_proposals.Count + 1, Text(3), [.. Sections.Select(_ => Text(_random.Next(30, 90)))]);
            _proposals.Add(proposal);
            Commit(at, $"RFC {proposal.Number}: {proposal.Title}", (proposal.Path, proposal.Render()));
        }

        private void Change(int at)
        {
            var proposal = _proposals[_random.Next(_proposals.Count)];
            switch (_random.Next(12))
            {
                case 0 when proposal.Status + 1 < Statuses.Length: proposal.Status++; break;
                case 1: proposal.Title = Text(3); break;
                case 2:
                    var old = proposal.Path;
                    proposal.Slug = Text(2).Replace(' ', '-');
                    if (old != proposal.Path)
                    {
                        Commit(at, "Rename", $"R {old} {proposal.Path}\n", []);
                        return;
                    }
                    break;
                default: proposal.Texts[_random.Next(proposal.Texts.Length)] = Text(_random.Next(30, 90)); break;
            }
            Commit(at, $"Edit {Text(3)}", (proposal.Path, proposal.Render()));
        }

        private void Commit(int at, string message, params (string Path, string Content)[] files) => Commit(at, message, "", files);

        private void Commit(int at, string message, string more, (string Path, string Content)[] files)
        {
            var date = Start + at * 9000L;
            stream.Write($"commit refs/heads/main\ncommitter Person {at % 37} <p{at % 37}@example.org> {date} +0100\n");
            Data(message);
            stream.Write(more);
            foreach (var (path, content) in files)
            {
                stream.Write($"M 100644 inline {path}\n");
                Data(content);
            }
        }

        private void Data(string text) => stream.Write($"data {Encoding.UTF8.GetByteCount(text)}\n{text}\n");

        private string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[_random.Next(Words.Length)]));

        private static string Template() => $"# RFC NNNN: Title\n\n- **Status**: {string.Join(" | ", Statuses)}\n- **Author**: Your name\n\n{string.Concat(Sections.Select(s => $"## {s}\n\n<!-- What is to be said of it. -->\n\n"))}";

        private string Index() => $"# RFCs\n\n| RFC | Title | Status |\n| --- | --- | --- |\n{string.Concat(_proposals.Select(p => $"| [{p.Number:0000}]({Path.GetFileName(p.Path)}) | {p.Title} | {Statuses[p.Status]} |\n"))}";
    }

    private sealed class Proposal(int number, string title, string[] texts)
    {
        public int Number { get; } = number;

        public string Title { get; set; } = title;

        public string Slug { get; set; } = title.Replace(' ', '-');

        public string[] Texts { get; } = texts;

        public int Status { get; set; }

        public string Path => $"rfcs/{Number:0000}-{Slug}.md";

        public string Render() => $"# RFC {Number:0000}: {Title}\n\n- **Status**: {Statuses[Status]}\n- **Author**: Person {Number % 37}\n\n{string.Concat(Sections.Select((s, i) => $"## {s}\n\n{Texts[i]}.\n\n"))}";
    }
}
