using System.Collections;
using System.Text;
using Core.Tests.Processes;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Processes;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Templates;

/// <summary>A schema that was kept says what one that is learned says.</summary>
public sealed class SchemaRecordTests
{
    private static readonly ISyntax[] Syntaxes = [new MarkdownSyntax(), new RstSyntax()];

    [Theory]
    [InlineData("templates")]
    [InlineData("karbor")]
    public void Everything_of_a_schema_comes_back(string corpus) => Compare(Corpus.Tree(corpus));

    [Fact]
    public void What_cannot_be_learned_comes_back_as_what_is_wrong_with_it() => Compare(new MemoryTree([
        SourceText.From("t/empty.md", ""),
        SourceText.From("t/plain.md", "Only a sentence.\n"),
        SourceText.From("t/small.md", "# TRAIN NNNN: Title\n\n- **Status**: Draft | Done\n- **Author**: Your name\n\n## Summary (200 words at most)\n\n*What is it?*\n\n<!-- ## Costs -->\n\n## Plan\n\nList the milestones; each task takes at most one person-week.\n\n- [ ] Rename the file to `NNNN-title.md`.\n"),
    ]));

    [Fact]
    public void Damaged_bytes_are_no_schema()
    {
        var text = SourceText.From("t.md", "# T\n\n- **Status**: Draft | Done\n\n## Summary\n\n*What is it?*\n");
        var bytes = SchemaRecord.Write(TemplateLearner.Learn(Syntaxes[0].Parse(text)));
        for (var length = 0; length < bytes.Length; length += 7) Assert.Null(SchemaRecord.Read(bytes[..length], text.Path, text.Id, () => Syntaxes[0].Parse(text)));
    }

    [Fact]
    public void A_header_file_of_another_name_is_cited_by_that_name()
    {
        var (cache, text) = (new KeptBytes(), SourceText.From("t/README.md", "# Title\n\n## Summary\n\n*What is it?*\n"));
        foreach (var path in (string[])["t/kep.yaml", "t/meta.yaml"])
        {
            var schema = SchemaSource.Learn(text, SourceText.From(path, "status: draft\nowner: name\n"), Syntaxes[0], cache);
            Assert.Equal(path, Assert.IsType<Reason.TemplateLine>(schema.All<Demand.Field>().First().Source).At.Path);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    public void A_line_that_is_cited_ends_with_a_whole_character(string before)
    {
        var text = SourceText.From("t.md", before + string.Concat(Enumerable.Repeat("\U0001F600", 1000)));
        var line = Assert.IsType<Reason.TemplateLine>(new Sources(text).At(new TextSpan(0, 1)));
        Assert.DoesNotContain(Rune.ReplacementChar, line.Text.EnumerateRunes());
    }

    private sealed class KeptBytes : ICache
    {
        private readonly Dictionary<string, byte[]> _values = new(StringComparer.Ordinal);

        public byte[]? Get(string key) => _values.GetValueOrDefault(key);

        public void Put(string key, ReadOnlySpan<byte> value) => _values[key] = value.ToArray();
    }

    private static void Compare(MemoryTree tree)
    {
        var compared = 0;
        foreach (var file in tree.Files)
        {
            if (Array.Find(Syntaxes, s => s.Reads(file.Path)) is not { } syntax || compared > 60) continue;
            var text = tree.Read(file);
            var learned = TemplateLearner.Learn(syntax.Parse(text));
            var kept = SchemaRecord.Read(SchemaRecord.Write(learned), text.Path, text.Id, () => TemplateLearner.DocumentOf(syntax.Parse(text)));
            Assert.NotNull(kept);
            Assert.Equal(Show(learned), Show(kept));
            compared++;
        }
        Assert.True(compared > 2, $"only {compared} templates");
    }

    private static string Show(Schema schema)
    {
        var text = new StringBuilder();
        foreach (var value in (object?[])[schema.Path, schema.Revision, schema.Syntax, schema.HeaderStyle, schema.SaysInstructionsGo, schema.Heading, schema.Document.Title?.Text, schema.Document.Root.SelfAndDescendants().Count(), schema.Demands, schema.Leftovers, schema.Checklist, schema.Naming, schema.Defects])
        {
            Append(text, value);
            text.Append('\n');
        }
        return text.ToString();
    }

    // Every public property of every record, whatever is added to them.
    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null: text.Append('-'); break;
            case string or Enum or bool or int or ContentId or TextSpan or LinePosition or ValueTuple<int, int>: text.Append(value).Append(' '); break;
            case IEnumerable items:
                foreach (var item in items)
                {
                    text.Append("\n  ");
                    Append(text, item);
                }
                break;
            default:
                text.Append(value.GetType().Name).Append('(');
                foreach (var property in value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.GetMethod is { IsStatic: false }).OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    text.Append(property.Name).Append('=');
                    Append(text, property.GetValue(value));
                }
                text.Append(')');
                break;
        }
    }
}
