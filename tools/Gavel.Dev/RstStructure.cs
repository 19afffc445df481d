using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Text;
using Gavel.Rst;
using Gavel.Rst.Transforms;
using Gavel.Rst.Tree;

namespace Gavel.Dev;

/// <summary><c>./dev rst-structure FILE…</c>: what a reStructuredText file consists of, one JSON object a line.</summary>
public static class RstStructure
{
    private const int MostLinks = 50;

    public static int Run(IReadOnlyList<string> paths, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var path in paths)
        {
            var text = SourceText.Decode(path.Replace('\\', '/'), File.ReadAllBytes(path));
            output.Write(Describe(text.Path, text.Chars) + "\n");
        }

        return 0;
    }

    /// <summary>The facts of one text. A file named <c>pep-N.rst</c> is read with the RFC 2822 header that its kind has.</summary>
    public static string Describe(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        var document = RstTransforms.ParseAndResolve(text, OptionsFor(path));
        var elements = document.Root.Descendants().ToList();
        var sections = elements.OfType<RstSection>().Where(static s => !s.Classes.Contains("system-messages")).ToList();
        var fields = elements.Find(static e => e.Kind == RstKind.FieldList);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("path", path);
            json.WriteString("title", TitleOf(document, sections, fields));
            WriteAll(json, "sections", sections, WriteSection);
            WriteAll(json, "fields", fields is null ? [] : fields.Children.ToArray().OfType<RstElement>().Where(static f => f.Kind == RstKind.Field), WriteField);
            WriteAll(json, "external_links", LinksOf(elements), static (j, link) => j.WriteStringValue(link));
            WriteAll(json, "tables", elements.Where(static e => e.Kind == RstKind.Table), (j, table) => WriteTable(j, document, table));
            WriteFootnotes(json, elements);
            WriteAll(json, "code_blocks", elements.Where(static e => e.Kind is RstKind.LiteralBlock or RstKind.DoctestBlock && !IsOfMessage(e) && e.Count > 0 && e.InnerText.Length > 0), (j, code) => WriteCode(j, document, code));
            WriteAll(json, "problems", document.Messages.Where(static m => m.Severity > RstSeverity.Debug && !m.Text.EndsWith("is not referenced.", StringComparison.Ordinal)), WriteProblem);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static RstOptions OptionsFor(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var isPep = name.StartsWith("pep-", StringComparison.Ordinal) && name.EndsWith(".rst", StringComparison.Ordinal)
            && name.AsSpan(4, name.Length - 8) is { IsEmpty: false } number && number.IndexOfAnyExceptInRange('0', '9') < 0;
        return new RstOptions { SourceName = path, ReportLevel = RstSeverity.Info, DocTitleTransform = false, DocInfoTransform = false, Rfc2822Header = isPep };
    }

    private static string? TitleOf(RstDocument document, List<RstSection> sections, RstElement? fields)
    {
        if (document.Options.Rfc2822Header && fields is not null)
        {
            foreach (var field in fields.Children)
            {
                if (field is RstElement { Count: > 1 } pair && pair[0].InnerText.Equals("Title", StringComparison.OrdinalIgnoreCase)) return pair[1].InnerText;
            }
        }

        return sections.Count > 0 ? sections[0].Title?.InnerText : null;
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(json, item);
        json.WriteEndArray();
    }

    private static void WriteSection(Utf8JsonWriter json, RstSection section)
    {
        json.WriteStartObject();
        json.WriteNumber("level", section.Level);
        json.WriteString("title", section.Title?.InnerText);
        json.WriteNumber("line", section.TitleLine);
        json.WriteBoolean("overline", section.HasOverline);
        json.WriteString("adornment", section.Adornment.ToString());
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, RstElement field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Find(RstKind.FieldName)?.InnerText);
        json.WriteString("value", field.Find(RstKind.FieldBody)?.InnerText);
        json.WriteEndObject();
    }

    private static IEnumerable<string> LinksOf(List<RstElement> elements)
    {
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            if (element.Kind != RstKind.Reference || element["refuri"] is not { } uri || links.Count == MostLinks) continue;
            if (!uri.Contains("://", StringComparison.Ordinal) && !uri.StartsWith("mailto:", StringComparison.Ordinal)) continue;
            var raw = element is RstInline inline ? inline.Raw : "";
            if (raw.StartsWith(":pep:", StringComparison.OrdinalIgnoreCase) || raw.StartsWith(":rfc:", StringComparison.OrdinalIgnoreCase)) continue;
            if (links.Add(uri)) yield return uri;
        }
    }

    private static void WriteTable(Utf8JsonWriter json, RstDocument document, RstElement table)
    {
        var source = document.Slice(table.Span).TrimStart();
        var directive = DirectiveText.Read(document.Text, new TextSpan(table.Span.Start, table.Span.Length));
        var kind = directive?.Name switch { "list-table" => "list", "csv-table" => "csv", _ => source.StartsWith("=") || source.Contains("\n=", StringComparison.Ordinal) && !source.Contains('|') ? "simple" : "grid" };
        var group = table.Find(RstKind.Tgroup);
        json.WriteStartObject();
        json.WriteString("kind", kind);
        json.WriteNumber("line", document.Place(table.Span.Start).Line);
        json.WriteNumber("cols", group?.Children.ToArray().Count(static c => c is RstElement { Kind: RstKind.Colspec }) ?? 0);
        json.WriteNumber("header_rows", group?.Find(RstKind.Thead)?.Count ?? 0);
        json.WriteNumber("body_rows", group?.Find(RstKind.Tbody)?.Count ?? 0);
        json.WriteEndObject();
    }

    private static void WriteFootnotes(Utf8JsonWriter json, List<RstElement> elements)
    {
        json.WriteStartObject("footnotes");
        json.WriteNumber("footnotes", elements.Count(static e => e.Kind == RstKind.Footnote));
        json.WriteNumber("citations", elements.Count(static e => e.Kind == RstKind.Citation));
        json.WriteNumber("footnote_references", elements.Count(static e => e.Kind == RstKind.FootnoteReference));
        json.WriteNumber("citation_references", elements.Count(static e => e.Kind == RstKind.CitationReference));
        json.WriteEndObject();
    }

    private static bool IsOfMessage(RstElement block) => block.Parent?.Kind == RstKind.SystemMessage;

    private static void WriteCode(Utf8JsonWriter json, RstDocument document, RstElement code)
    {
        var text = code.InnerText;
        var directive = DirectiveText.Read(document.Text, new TextSpan(code.Span.Start, code.Span.Length));
        var isCode = directive?.Name is "code" or "code-block" or "sourcecode";
        json.WriteStartObject();
        json.WriteString("kind", code.Kind == RstKind.DoctestBlock ? "doctest" : isCode ? "code" : "literal");
        json.WriteString("language", !isCode ? null : directive!.Argument.Length > 0 ? directive.Argument : code.Classes.FirstOrDefault(static c => c != "code"));
        json.WriteNumber("lines", text.AsSpan().Count('\n') + 1);
        json.WriteString("sha256_12", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]);
        json.WriteEndObject();
    }

    private static void WriteProblem(Utf8JsonWriter json, RstSystemMessage message)
    {
        json.WriteStartObject();
        if (message.MessageLine > 0) json.WriteNumber("line", message.MessageLine);
        else json.WriteNull("line");
        json.WriteNumber("level", (int)message.Severity);
        json.WriteString("message", message.Text);
        json.WriteEndObject();
    }
}
