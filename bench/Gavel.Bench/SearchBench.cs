using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gavel.Core.Processes;
using Gavel.Core.Searching;
using Gavel.Storage.Sqlite;

namespace Gavel.Bench;

/// <summary>The search store on generated proposals: how long it takes to make, how large it is, how long searches take.</summary>
internal static class SearchBench
{
    private const int Vocabulary = 60_000;
    private const int Rounds = 500;
    private const int Edits = 600;

    public static int Run(string[] args)
    {
        foreach (var count in args.Length > 0 ? args.Select(a => int.Parse(a, CultureInfo.InvariantCulture)) : [1000, 100_000]) Measure(count);
        return 0;
    }

    private static void Measure(int count)
    {
        var words = Words();
        var folder = Directory.CreateTempSubdirectory("gavel-bench-").FullName;
        try
        {
            long size = 0;
            var making = Spent(() => size = Enumerable.Range(0, count).Sum(i => (long)Document(words, i).Blocks.Sum(b => b.Text.Length + 1)));
            var isFill = Environment.GetEnvironmentVariable("GAVEL_FILL") is not null;
            (double Clock, double Processor) plain = isFill ? (1.0, 2.0) : Plainly(Path.Combine(folder, "plain.db"), words, count);
            var file = Path.Combine(folder, "search.db");
            var stamps = Enumerable.Range(0, count).Select(i => new SearchStamp($"rfcs/{i:000000}.md", $"{i}", i % 16)).ToImmutableArray();
            var content = new SearchContent(stamps, numbers => numbers.Select(n => Document(words, n)));
            var own = Spent(() =>
            {
                using var store = SearchStore.Open(file, "bench")!;
                store.Update(content);
            });
            Console.WriteLine($"{count} proposals, {size / 1e6:0.0} MB of text; making them up takes {making.Processor:0.0} s of the processor, which the two next have too");
            Console.WriteLine($"  made in {own.Clock:0.0} s, {own.Processor:0.0} s of the processor, {new FileInfo(file).Length / (double)size:0.00} times the text, up to {Environment.WorkingSet / 1e6:0} MB of memory");
            if (isFill) { Console.WriteLine($"fill net {own.Processor - making.Processor:0.00}"); if (Environment.GetEnvironmentVariable("GAVEL_BENCH_KEEP") is { } k) File.Copy(file, k, overwrite: true); return; }
            Console.WriteLine($"  plainly, one table: {plain.Clock:0.0} s, {plain.Processor:0.0} s of the processor, {new FileInfo(Path.Combine(folder, "plain.db")).Length / (double)size:0.00} times the text; Gavel took {(own.Processor - making.Processor) / (plain.Processor - making.Processor):0.00} times as much of the processor, {own.Clock / plain.Clock:0.00} times as long");
            if (Environment.GetEnvironmentVariable("GAVEL_BENCH_KEEP") is { } keep) File.Copy(file, keep, overwrite: true);
            using var opened = SearchStore.Open(file, "bench")!;
            Edit(opened, content, count);
            var all = new List<(double Time, string Query)>();
            foreach (var (name, make) in Kinds(words, count)) all.AddRange(Time(opened, name, make));
            all.Sort((a, b) => a.Time.CompareTo(b.Time));
            Console.WriteLine($"  {"all together, processor",-28} median {all[all.Count / 2].Time,7:0.00} ms, 99th {all[all.Count * 99 / 100].Time,7:0.00} ms");
            Console.WriteLine($"  slowest: {string.Join("; ", all.TakeLast(5).Reverse().Select(a => $"{a.Time:0.0} ms {a.Query}"))}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double Clock, double Processor) Spent(Action work)
    {
        GC.Collect();
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var (clock, before) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        work();
        process.Refresh();
        return (Stopwatch.GetElapsedTime(clock).TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds);
    }

    // The peer: the same texts as they are in one table of FTS5, with its own way of finding words.
    private static (double Clock, double Processor) Plainly(string file, string[] words, int count) => Spent(() =>
    {
        using var connection = new Connection(file);
        connection.Run(StoreSchema.Settings);
        connection.Run("CREATE VIRTUAL TABLE plain USING fts5 (title, text); BEGIN");
        var insert = connection.Prepare("INSERT INTO plain (title, text) VALUES (?1, ?2)");
        for (var i = 0; i < count; i++)
        {
            var document = Document(words, i);
            insert.Bind(1, document.Title).Bind(2, string.Join('\n', document.Blocks.Select(b => b.Text))).Run();
        }
        connection.Run("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
    });

    private static void Edit(SearchStore store, SearchContent content, int count)
    {
        var (clocks, own) = (new double[Edits], new double[Edits]);
        for (var i = 0; i < Edits; i++)
        {
            var at = (int)(i * 7919L % count);
            var edited = content with { Stamps = content.Stamps.SetItem(at, content.Stamps[at] with { Stamp = $"edited {i}" }) };
            var (clock, before) = (Stopwatch.GetTimestamp(), ThreadClock.Milliseconds);
            store.Update(edited);
            (clocks[i], own[i]) = (Stopwatch.GetElapsedTime(clock).TotalMilliseconds, ThreadClock.Milliseconds - before);
            content = edited;
        }
        Console.WriteLine($"  {"an edit",-28} first {clocks[0]:0.0} ms, median {Median(clocks):0.0}, most {clocks.Max():0.0}; of the processor first {own[0]:0.0} ms, median {Median(own):0.0}, most {own.Max():0.0}");
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static IEnumerable<(double, string)> Time(SearchStore store, string name, Func<Random, string> make)
    {
        var random = new Random(11);
        for (var i = 0; i < 100; i++) store.Search(SearchQuery.Parse(make(random)), 10);
        var (times, own) = (new double[Rounds], new double[Rounds]);
        var queries = new string[Rounds];
        var (found, capped) = (0, 0);
        for (var i = 0; i < Rounds; i++)
        {
            queries[i] = make(random);
            var ownStart = ThreadClock.Milliseconds;
            var start = Stopwatch.GetTimestamp();
            var result = store.Search(SearchQuery.Parse(queries[i]), 10);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            own[i] = ThreadClock.Milliseconds - ownStart;
            if (result.Total > 0) found++;
            if (result.IsCapped) capped++;
        }
        var all = own.Zip(queries).ToList();
        Array.Sort(times);
        Array.Sort(own);
        Console.WriteLine($"  {name,-28} median {times[Rounds / 2],7:0.00} ms, 99th {times[Rounds * 99 / 100],7:0.00} ms, most {times[^1],7:0.00} ms, of the processor median {own[Rounds / 2],6:0.00}, 99th {own[Rounds * 99 / 100],6:0.00}, found {found * 100 / Rounds} %, capped {capped * 100 / Rounds} %");
        return all;
    }

    private static IEnumerable<(string, Func<Random, string>)> Kinds(string[] words, int count)
    {
        string[] Some(Random random) => Document(words, random.Next(count)).Blocks[^1].Text.Split(' ');
        string[] Title(Random random) => Document(words, random.Next(count)).Title.Split(' ');
        yield return ("a frequent word", random => words[random.Next(50)] + " ");
        yield return ("two frequent words", random => $"{words[random.Next(50)]} {words[random.Next(50)]} ");
        yield return ("a word", random => Pick(random, Some(random)) + " ");
        yield return ("three words of a text", random => string.Join(' ', Enumerable.Repeat(Some(random), 3).Select(t => Pick(random, t))) + " ");
        yield return ("words of a title", random => string.Join(' ', Title(random)) + " ");
        yield return ("a word being typed", random => Pick(random, Some(random)) is var word ? word[..Math.Max(1, word.Length - random.Next(4))] : "");
        yield return ("a misspelt title word", random => Pick(random, Title(random)) is var word ? word[..^1] + "q " : "");
        yield return ("a phrase", random => Some(random) is var text && random.Next(text.Length - 3) is var at ? $"\"{text[at]} {text[at + 1]} {text[at + 2]}\"" : "");
        yield return ("a phrase of frequent words", random => $"\"{words[random.Next(30)]} {words[random.Next(30)]}\"");
        yield return ("a word and a field", random => $"{words[random.Next(200)]} status:open ");
        yield return ("a field", _ => "status:open");
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)].TrimEnd('.');

    private static SearchDocument Document(string[] words, int number)
    {
        var random = new Random(number);
        var title = string.Join(' ', Enumerable.Range(0, random.Next(3, 7)).Select(_ => words[Zipf(random)]));
        var status = number % 3 == 0 ? StatusKind.Open : StatusKind.Done;
        var blocks = ImmutableArray.CreateBuilder<SearchBlock>();
        blocks.Add(new SearchBlock(Zone.Field, 2, words[1000 + (number % 500)]));
        for (var i = 0; i < 4; i++)
        {
            blocks.Add(new SearchBlock(Zone.Heading, (10 * i) + 4, words[Zipf(random)], ""));
            var text = new StringBuilder();
            for (var w = 0; w < 60; w++) text.Append(w > 0 ? " " : "").Append(words[Zipf(random)]);
            blocks.Add(new SearchBlock(i == 0 ? Zone.Lead : Zone.Text, (10 * i) + 6, text.ToString()));
        }
        return new SearchDocument
        {
            Id = $"RFC-{number}",
            Path = $"rfcs/{number:000000}.md",
            ContentId = $"{number}",
            Process = "RFC",
            Title = title,
            Number = number,
            Status = status.ToString(),
            Kind = status,
            Standing = number % 16,
            Facts = [new("status", status.ToString()), new("author", words[1000 + (number % 500)])],
            Blocks = blocks.DrainToImmutable(),
        };
    }

    // The n-th word is n times rarer than the first, as in real texts.
    private static int Zipf(Random random) => Math.Min(Vocabulary - 1, (int)Math.Pow(Vocabulary, random.NextDouble()) - 1);

    private static string[] Words()
    {
        var random = new Random(5);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < Vocabulary)
        {
            var word = new StringBuilder();
            for (var i = random.Next(2, 5); i > 0; i--) word.Append("bcdfghklmnprstvw"[random.Next(16)]).Append("aeiou"[random.Next(5)]);
            words.Add(word.Append("ntrl"[random.Next(4)]).ToString());
        }
        return [.. words];
    }
}
