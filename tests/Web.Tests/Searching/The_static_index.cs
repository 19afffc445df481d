using System.Collections.Immutable;
using System.Diagnostics;
using Gavel.Core.Searching;
using Gavel.Storage.Sqlite;
using Gavel.Web.Searching;

namespace Web.Tests.Searching;

/// <summary>The site's own script, run by Node over the files of the index.</summary>
public sealed class The_static_index
{
    private static readonly string[] More =
    [
        "a", "th", "pyth", "typ", "\"style guide\"", "-\"style guide\" guide", "status:final", "status:draft,final gas", "kind:withdrawn -gas", "author:guido", "author:\"guido van\"",
        "created:2019", "title:opcode", "batch_get", "BatchGet", "gas-limit", "utf-8", "UTF 8", "the of and", "to be or not to be", "zzzz qqqq", "transaction zzzz", "naïve café",
        "nosuchfield:word", "http://example.org/x", "\"", "-", ":::", "import*", "opcod", "transacton", "adress", "generatr expresions", "eip-20 token", "pep 8 style", "requires:155", "status:nope", "-status:nope gas", "status:final author:nobody-at-all type", "status:nope zzzz",
    ];

    [Theory]
    [InlineData("eips")]
    [InlineData("peps")]
    public void Published_and_served_search_give_the_same_order(string collection)
    {
        var documents = Collections.Documents(collection);
        using var folder = new TemporaryFolder();
        foreach (var file in StaticSearchIndex.Write(documents, d => $"/{d.Id}")) folder.Write(file.Path, file.Bytes);
        string[] queries = [.. Wish.All.Select(w => w.Query), .. More];
        var published = Node(folder.Path, queries);
        using var store = SearchStore.Open(folder.File("store/search.db"), "test");
        Assert.NotNull(store);
        store.Update(Content(documents));
        var memory = new MemoryIndex(documents);
        for (var i = 0; i < queries.Length; i++)
        {
            var result = store.Search(SearchQuery.Parse(queries[i]), int.MaxValue / 8);
            Assert.True(SearchEngine.Order(memory, SearchQuery.Parse(queries[i])).SequenceEqual(result.Hits.Select(h => h.Id)), $"'{queries[i]}' in memory");
            List<string> served = [.. result.Hits.Select(h => $"{h.Id} {h.Score}"), .. result.Unmet.Select(name => $"no {name}")];
            Assert.True(served.SequenceEqual(published[i]), $"'{queries[i]}': served {string.Join(", ", served.Take(3))} of {served.Count}, published {string.Join(", ", published[i].Take(3))} of {published[i].Length}");
        }
    }

    [Fact]
    public void The_same_documents_give_the_same_bytes()
    {
        var documents = Collections.Documents("peps");
        var first = StaticSearchIndex.Write(documents, d => $"/{d.Id}");
        var second = StaticSearchIndex.Write(documents.Reverse(), d => $"/{d.Id}");
        Assert.Equal(first.Select(f => f.Path), second.Select(f => f.Path));
        Assert.All(first.Zip(second), pair => Assert.True(pair.First.Bytes.AsSpan().SequenceEqual(pair.Second.Bytes), pair.First.Path));
    }

    [Fact]
    public void Letters_that_two_languages_read_otherwise_are_found_alike()
    {
        string[] titles = ["x\u0130\u0130 of a\u0130stanbul", "Un cafe\u0301", "The\uFEFFcache"];
        SearchDocument[] documents = [.. titles.Select((t, i) => new SearchDocument { Id = $"RFC-{i}", Path = $"{i}.md", ContentId = "", Process = "RFC", Title = t, Number = i })];
        using var folder = new TemporaryFolder();
        foreach (var file in StaticSearchIndex.Write(documents, d => $"/{d.Id}")) folder.Write(file.Path, file.Bytes);
        string[] queries = ["x\u0130\u0130", "\"a\u0130stanbul\"", "caf\u00E9", "cafe\u0301", "cache", "the \uFEFF cache"];
        var published = Node(folder.Path, queries);
        var memory = new MemoryIndex(documents);
        for (var i = 0; i < queries.Length; i++)
        {
            Assert.NotEmpty(published[i]);
            Assert.Equal(SearchEngine.Search(memory, SearchQuery.Parse(queries[i]), 10).Hits.Select(h => $"{h.Id} {h.Score}"), published[i]);
        }
    }

    internal static SearchContent Content(ImmutableArray<SearchDocument> documents) =>
        new([.. documents.Select(d => new SearchStamp(d.Path, d.ContentId, d.Standing))], numbers => numbers.Select(n => documents[n]));

    private static string[][] Node(string folder, string[] queries)
    {
        var script = Path.Combine(Collections.Checkout, "src", "Gavel.Web", "Assets", "search.js");
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in (string[])[Path.Combine(Collections.Checkout, "tests", "Web.Tests", "Searching", "static-search.cjs"), script, folder]) start.ArgumentList.Add(arg);
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("skipped: node not found");
        }
        using (process)
        {
            var error = process!.StandardError.ReadToEndAsync();
            process.StandardInput.Write(string.Join('\n', queries) + "\n");
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error.Result);
            return [.. output.Split('\n')[..queries.Length].Select(l => l.Split('\t', StringSplitOptions.RemoveEmptyEntries))];
        }
    }
}
