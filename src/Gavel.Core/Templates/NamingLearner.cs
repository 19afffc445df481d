namespace Gavel.Core.Templates;

/// <summary>Reads what a template says of a proposal's file name.</summary>
internal static class NamingLearner
{
    public static NamingDemand? Of(Outline outline, Sources sources)
    {
        foreach (var part in outline.All)
        {
            foreach (var passage in part.Passages)
            {
                if (Cues.NameIt.Find(passage.Words) is not { } cue) continue;
                if (Candidate(passage, cue) is not { } name || PatternOf(name) is not { } pattern) continue;
                var text = WordText.Of(passage.Text);
                return new NamingDemand(pattern, sources.At(LineOf(sources, passage, name)))
                {
                    IsDirectory = System.IO.Path.GetExtension(pattern).Length == 0 && (Cues.FolderWord.IsIn(text)),
                    NumberIsIssue = Cues.IssueNumber.IsIn(text),
                    Width = Cues.NoLeadingZeros.IsIn(text) ? 0 : null,
                };
            }
        }
        return null;
    }

    /// <summary>The pattern that an example name follows: <c>0000-my-feature.md</c> is <c>{number}-{slug}.md</c>; null when it follows none.</summary>
    public static string? PatternOf(string example)
    {
        var slash = example.TrimEnd('/').LastIndexOf('/');
        var folder = slash < 0 ? "" : example[..(slash + 1)];
        var name = example[(slash + 1)..].TrimEnd('/');
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= 9 && name.AsSpan(dot + 1).IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyz") < 0 ? name[dot..] : "";
        var stem = name[..^extension.Length];
        if (name.Length == 0 || Cues.TemplateWord.IsIn(stem) || stem.Contains(' ', StringComparison.Ordinal) && PlaceholderShapes.Find(stem).IsEmpty) return null;
        foreach (var gap in PlaceholderShapes.Find(stem))
        {
            var at = stem.IndexOf(gap, StringComparison.Ordinal);
            var isDate = gap.Count(c => c is '-' or '/') == 2;
            if (!isDate && !TitleLearner.HasNumber(gap) && gap.AsSpan().IndexOfAny("NX0#") < 0) continue;
            return folder + stem[..at] + (isDate ? "{date}" : "{number}") + Slug(stem[(at + gap.Length)..]) + extension;
        }
        if (PlaceholderShapes.IsWrapped(stem)) return folder + "{slug}" + extension;
        var dash = stem.IndexOf('-');
        var whole = WordText.Of(stem);
        if (dash > 0 && whole.Count > 1 && !IsExampleWord(stem[..dash]) && IsExampleWord(stem[(dash + 1)..])) return folder + stem[..(dash + 1)] + "{slug}" + extension;
        return IsExampleWord(stem) || extension.Length > 0 && dash > 0 && Cues.ExampleName.IsIn(whole) ? folder + "{slug}" + extension : null;
    }

    private static bool IsExampleWord(string text)
    {
        var words = WordText.Of(text);
        return Cues.ExampleName.Is(words) || Cues.TitleWord.IsIn(words) || Cues.ExampleNamePart.IsIn(words);
    }

    private static string Slug(string rest)
    {
        var text = rest.TrimStart('-', '_', '.', ' ');
        return text.Length == 0 ? "" : rest[..(rest.Length - text.Length)] + "{slug}";
    }

    // The first word behind the cue that looks like a file's name.
    private static string? Candidate(Passage passage, CueHit cue)
    {
        var from = passage.Words.EndOf(cue.End - 1);
        foreach (var raw in passage.Text[from..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(30))
        {
            var word = raw.Trim('`', '"', '\'', ',', '(', ')', ':', ';', '*', '“', '”').TrimEnd('.');
            if (word.Length < 4 || word.Contains("://", StringComparison.Ordinal)) continue;
            var isName = word.Contains('-', StringComparison.Ordinal) && (!PlaceholderShapes.Find(word).IsEmpty || IsExampleWord(word)) || HasExtension(word);
            if (isName && PatternOf(word) is not null) return word;
        }
        return null;
    }

    private static bool HasExtension(string word) => word.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || word.EndsWith(".rst", StringComparison.OrdinalIgnoreCase) || word.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase) || word.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) || word.EndsWith(".adoc", StringComparison.OrdinalIgnoreCase) || word.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase);

    private static Text.TextSpan LineOf(Sources sources, Passage passage, string name)
    {
        var at = sources.Text.Slice(passage.Span).IndexOf(name, StringComparison.Ordinal);
        return at < 0 ? passage.Span : new Text.TextSpan(passage.Span.Start + at, name.Length);
    }
}
