using System.Text.RegularExpressions;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Reads the field list at the top of a document as bibliographic data.</summary>
internal static partial class DocInfo
{
    public static void Apply(TransformContext context)
    {
        var root = context.Root;
        if (!context.Options.DocInfoTransform) return;
        var index = 0;
        while (index < root.Count && root[index] is RstElement passed && TitlePromotion.IsPreBibliographic(passed.Kind)) index++;
        if (index >= root.Count || root[index] is not RstElement { Kind: RstKind.FieldList } fields) return;
        var place = 0;
        while (place < root.Count && root[place] is RstElement { Kind: RstKind.Title or RstKind.Subtitle or RstKind.Decoration or RstKind.Meta }) place++;
        root.RemoveAt(index);
        root.InsertRange(place, new Extraction(context).Extract(fields));
        context.Forget();
    }

    private sealed class Extraction(TransformContext context)
    {
        private readonly RstElement _docinfo = new(RstKind.Docinfo);
        private RstElement? _dedication;
        private RstElement? _abstract;

        public IEnumerable<RstNode> Extract(RstElement fields)
        {
            _docinfo.Span = fields.Span;
            foreach (var child in fields.Detach())
            {
                if (child is not RstElement field || field.Find(RstKind.FieldName) is not { } name || field.Find(RstKind.FieldBody) is not { } body) continue;
                var label = name.Count > 0 ? name[0].InnerText : "";
                if (Read(field, label, body)) continue;
                if (body is { Count: 1 } && body[0] is RstElement { Kind: RstKind.Paragraph } paragraph) CleanKeywords(paragraph);
                var classValue = Parsing.ReferenceNames.MakeId(label);
                if (classValue.Length > 0) field.Labels.Classes.Add(classValue);
                _docinfo.Add(field);
            }

            if (_docinfo.Count > 0) yield return _docinfo;
            if (_dedication is not null) yield return _dedication;
            if (_abstract is not null) yield return _abstract;
        }

        /// <returns>False when the field stays a generic one.</returns>
        private bool Read(RstElement field, string name, RstElement body)
        {
            var kind = Languages.FieldKind(string.Join(' ', name.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), context.Options.LanguageCode);
            if (kind is null) return false;
            if (body.Count == 0)
            {
                Warn(field, body, $"Cannot extract empty bibliographic field \"{name}\".");
                return false;
            }

            return kind switch
            {
                "authors" => ReadAuthors(field, name, body),
                "dedication" => ReadTopic(ref _dedication, kind, field, name, body),
                "abstract" => ReadTopic(ref _abstract, kind, field, name, body),
                _ => ReadSimple(Enum.Parse<RstKind>(kind, ignoreCase: true), field, name, body),
            };
        }

        private bool ReadSimple(RstKind kind, RstElement field, string name, RstElement body)
        {
            var paragraph = OnlyParagraph(body);
            if (paragraph is null)
            {
                var tags = string.Join(", ", body.Children.ToArray().Select(c => $"<{((RstElement)c).TagName}>"));
                Warn(field, body, $"Bibliographic field \"{name}\"\nmust contain a single <paragraph>, not {(body.Count > 1 ? $"[{tags}]" : $"a {tags}")}.");
                return false;
            }

            CleanKeywords(paragraph);
            var element = new RstElement(kind, field.Span) { Line = field.Line };
            if (kind == RstKind.Address) element["xml:space"] = "preserve";
            element.AddRange(paragraph.Detach());
            _docinfo.Add(element);
            return true;
        }

        /// <summary>The body's paragraph. A name with an initial (<c>E. Xample</c>) was read as an enumerated list of one item and becomes a paragraph again.</summary>
        private RstElement? OnlyParagraph(RstElement body)
        {
            if (body.Count != 1) return null;
            if (body[0] is RstElement { Kind: RstKind.Paragraph } paragraph) return paragraph;
            if (body[0] is not RstElement { Kind: RstKind.EnumeratedList } list) return null;
            var raw = context.Document.Slice(list.Span).Trim();
            if (raw.ContainsAny('\n', '\r')) return null;
            var parsed = RstParser.Parse("\\" + raw.ToString(), context.Options with { Rfc2822Header = false }).Root;
            if (parsed.Count != 1 || parsed[0] is not RstElement { Kind: RstKind.Paragraph } again) return null;
            parsed.Clear();
            again.Span = list.Span;
            return again;
        }

        private bool ReadTopic(ref RstElement? topic, string kind, RstElement field, string name, RstElement body)
        {
            if (topic is not null)
            {
                Warn(field, body, $"There can only be one \"{name}\" field.");
                return false;
            }

            topic = new RstElement(RstKind.Topic, field.Span) { Line = field.Line };
            topic.Labels.Classes.Add(kind);
            topic.Add(new RstElement(RstKind.Title, Languages.TopicTitle(kind, context.Options.LanguageCode)));
            topic.AddRange(body.Detach());
            return true;
        }

        private bool ReadAuthors(RstElement field, string name, RstElement body)
        {
            var authors = Authors.Read(context, body);
            if (authors is null)
            {
                Warn(field, body,
                    $"Cannot extract \"{name}\" from bibliographic field:\nBibliographic field \"{name}\" must contain either\n"
                    + " a single paragraph (with author names separated by a character from the set \";,\"),\n"
                    + " multiple paragraphs (one per author),\n or a bullet list with one author name per item.\n"
                    + "Note: Leading initials can cause (mis)recognizing names as enumerated list.");
                return false;
            }

            var element = new RstElement(RstKind.Authors, field.Span) { Line = field.Line };
            foreach (var author in authors)
            {
                var one = new RstElement(RstKind.Author, field.Span);
                one.AddRange(author);
                element.Add(one);
            }

            _docinfo.Add(element);
            return true;
        }

        private void Warn(RstElement field, RstElement body, string text)
        {
            body.Add(context.Document.Report(RstSeverity.Warning, text, TransformContext.LineOf(field), field.Span));
        }

        /// <summary>Takes the value out of a version control keyword: <c>$Revision: 1.2 $</c>.</summary>
        private static void CleanKeywords(RstElement paragraph)
        {
            if (paragraph.Count != 1 || paragraph[0] is not RstText text || !text.Memory.Span.Contains('$')) return;
            var clean = DateKeyword().Replace(text.Text, "${year}-${month}-${day}");
            clean = FileKeyword().Replace(clean, "${file}");
            clean = Keyword().Replace(clean, "${value}");
            if (clean != text.Text) paragraph.ReplaceAt(0, new RstText(clean) { Span = text.Span });
        }
    }

    [GeneratedRegex(@"\$Date: (?<year>\d\d\d\d)[-/](?<month>\d\d)[-/](?<day>\d\d)[ T][\d:]+[^$]* \$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex DateKeyword();

    [GeneratedRegex(@"\$RCSfile: (?<file>.+),v \$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FileKeyword();

    [GeneratedRegex(@"\$[a-zA-Z]+: (?<value>.+) \$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Keyword();
}
