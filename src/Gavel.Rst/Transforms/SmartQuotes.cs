using System.Text;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Turns straight quotes, double hyphens and three dots into typographical ones, outside of code and math.</summary>
internal static class SmartQuotes
{
    public static void Apply(TransformContext context)
    {
        if (!context.Options.SmartQuotes) return;
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in context.Root.Descendants().ToList())
        {
            if (!RstKinds.HoldsText(element.Kind) || IsLeftAlone(element.Kind)) continue;
            if (element.Parent is { } parent && (RstKinds.HoldsText(parent.Kind) || parent.Kind == RstKind.SystemMessage)) continue;
            var language = LanguageOf(context, element);
            var marks = QuoteMarks.Find(language, context.Options.SmartQuotesLocales);
            if (marks is null && unknown.Add(language))
                context.Report(RstSeverity.Warning, $"No smart quotes defined for language \"{language}\".", element);
            new Teacher(context, marks, language).Teach(element);
        }

        context.Forget();
    }

    private static bool IsLeftAlone(RstKind kind) =>
        kind is RstKind.LiteralBlock or RstKind.DoctestBlock or RstKind.MathBlock or RstKind.Comment or RstKind.Raw or RstKind.Address
            or RstKind.SystemMessage or RstKind.Pending or RstKind.OptionString;

    private static string LanguageOf(TransformContext context, RstElement element)
    {
        var language = context.Options.LanguageCode;
        for (var at = element; at is not null; at = at.Parent)
        {
            if (!at.HasLabels || at.Classes.Count == 0 || at.Classes.FirstOrDefault(static c => c.StartsWith("language-", StringComparison.Ordinal)) is not { } tag) continue;
            language = tag["language-".Length..];
            break;
        }

        language = language.ToLowerInvariant();
        const string Alternative = "-x-altquot";
        if (!context.Options.SmartQuotesAlternative) return language;
        return language.EndsWith(Alternative, StringComparison.Ordinal) ? language[..^Alternative.Length] : language + Alternative;
    }

    /// <summary>Goes through the texts of one block; the last character of a text is the context of the next one.</summary>
    private sealed class Teacher(TransformContext context, QuoteMarks? marks, string language)
    {
        private char _before = ' ';

        public void Teach(RstElement element)
        {
            for (var i = 0; i < element.Count; i++)
            {
                if (element[i] is RstElement child)
                {
                    Teach(child);
                    continue;
                }

                var text = (RstText)element[i];
                if (text.Memory.IsEmpty) continue;
                var last = text.Memory.Span[^1];
                if (HasMarks(text.Memory.Span) && element.Kind is not (RstKind.Literal or RstKind.Math or RstKind.Raw or RstKind.Problematic or RstKind.OptionString) && !IsAddress(element, text))
                {
                    var taught = Educate(WithEscapedSpaces(text));
                    if (taught != text.Text) element.ReplaceAt(i, new RstText(taught) { Span = text.Span });
                }

                _before = last;
            }
        }

        /// <summary>A link that shows where it leads is an address to copy, in which each character counts. docutils changes it like prose.</summary>
        private static bool IsAddress(RstElement element, RstText text)
        {
            if (element.Kind != RstKind.Reference || element["refuri"] is not { } uri) return false;
            const string Mail = "mailto:";
            var target = uri.AsSpan();
            if (target.Length == text.Memory.Length + Mail.Length && target.StartsWith(Mail, StringComparison.Ordinal)) target = target[Mail.Length..];
            return target.SequenceEqual(text.Memory.Span);
        }

        private static bool HasMarks(ReadOnlySpan<char> text) => text.ContainsAny("\"'\0") || text.Contains("--", StringComparison.Ordinal) || text.Contains("..", StringComparison.Ordinal) || text.Contains(". .", StringComparison.Ordinal);

        private string Educate(string text)
        {
            text = text.Replace("---", "\u2014", StringComparison.Ordinal).Replace("--", "\u2013", StringComparison.Ordinal)
                .Replace("...", "\u2026", StringComparison.Ordinal).Replace(". . .", "\u2026", StringComparison.Ordinal);
            if (marks is not null) text = QuoteRules.Apply((_before is '"' or '\'' ? ';' : _before) + text, marks, language)[1..];
            return text.Replace("\0", "", StringComparison.Ordinal);
        }

        /// <summary>The text with a NUL where the source has an escaped space, which is a word boundary though nobody sees it.</summary>
        private string WithEscapedSpaces(RstText text)
        {
            var source = context.Document.Slice(text.Span);
            if (!source.Contains('\\')) return text.Text;
            var result = new StringBuilder(source.Length);
            for (var i = 0; i < source.Length; i++)
            {
                if (source[i] != '\\' || i + 1 == source.Length) result.Append(source[i]);
                else result.Append(char.IsWhiteSpace(source[++i]) ? '\0' : source[i]);
            }

            var marked = result.ToString();
            return marked.Replace("\0", "", StringComparison.Ordinal) == text.Text ? marked : text.Text;
        }
    }
}
