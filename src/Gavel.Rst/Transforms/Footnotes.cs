using System.Globalization;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Numbers footnotes and ties footnote and citation references to them.</summary>
internal static class Footnotes
{
    private const string Symbols = "*\u2020\u2021\u00A7\u00B6#\u2660\u2665\u2666\u2663";

    /// <summary>How often a symbol repeats at most: many notes would have labels as long as the text.</summary>
    private const int LongestLabel = 50;

    public static void Apply(TransformContext context)
    {
        var footnotes = context.Index.Footnotes;
        var references = context.Index.References;
        var numbered = references.FindAll(r => r.Kind == RstKind.FootnoteReference && r["auto"] == "1");
        if (footnotes.Count > 0 || numbered.Count > 0)
        {
            var labels = Number(context, footnotes, Group(references, RstKind.FootnoteReference));
            TieNumbered(context, numbered, labels);
        }

        Symbolize(context, footnotes.FindAll(f => f["auto"] == "*"), references.FindAll(r => r.Kind == RstKind.FootnoteReference && r["auto"] == "*"));
        TieNamed(context, footnotes.FindAll(f => f["auto"] is null), RstKind.FootnoteReference);
        TieNamed(context, context.Index.Citations, RstKind.CitationReference);
    }

    private static Dictionary<string, List<RstElement>> Group(List<RstElement> references, RstKind kind)
    {
        var groups = new Dictionary<string, List<RstElement>>(StringComparer.Ordinal);
        foreach (var reference in references)
        {
            if (reference.Kind != kind || reference["refname"] is not { } name) continue;
            if (!groups.TryGetValue(name, out var list)) groups[name] = list = [];
            list.Add(reference);
        }

        return groups;
    }

    /// <returns>The footnotes without a name of their own, in the order of their numbers, with their labels.</returns>
    private static List<(RstElement Footnote, string Label)> Number(
        TransformContext context, List<RstElement> footnotes, Dictionary<string, List<RstElement>> references)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var footnote in footnotes)
        {
            if (footnote["auto"] is null && footnote.Find(RstKind.Label) is { } label) taken.Add(label.InnerText);
        }

        var unnamed = new List<(RstElement, string)>();
        foreach (var footnote in footnotes)
        {
            if (footnote["auto"] != "1" || footnote.Find(RstKind.Label) is not null) continue;
            string label;
            do label = context.Names.AutoFootnoteStart++.ToString(CultureInfo.InvariantCulture);
            while (taken.Contains(label));
            footnote.Insert(0, new RstElement(RstKind.Label, label));
            foreach (var name in footnote.Names)
            {
                if (!references.TryGetValue(name, out var list)) continue;
                foreach (var reference in list) Tie(context, reference, footnote, label);
            }

            if (footnote.Names.Count > 0 || footnote.Labels.DupNames.Count > 0) continue;
            footnote.Labels.Names.Add(label);
            context.Names.ByName.TryAdd(label, footnote);
            context.SetId(footnote);
            unnamed.Add((footnote, label));
        }

        return unnamed;
    }

    private static void TieNumbered(TransformContext context, List<RstElement> references, List<(RstElement Footnote, string Label)> footnotes)
    {
        var next = 0;
        for (var i = 0; i < references.Count; i++)
        {
            // A reference by a label that no footnote has takes the next number too, as in docutils; that it dangles is said later.
            if (references[i].IsResolved || references[i]["refid"] is not null) continue;
            if (next < footnotes.Count)
            {
                Tie(context, references[i], footnotes[next].Footnote, footnotes[next].Label);
                next++;
                continue;
            }

            TooMany(context, references[i], references.Skip(next), "autonumbered", footnotes.Count);
            return;
        }
    }

    private static void Symbolize(TransformContext context, List<RstElement> footnotes, List<RstElement> references)
    {
        var labels = new List<string>();
        foreach (var footnote in footnotes)
        {
            var at = context.Names.SymbolFootnoteStart++;
            labels.Add(new string(Symbols[at % Symbols.Length], Math.Min((at / Symbols.Length) + 1, LongestLabel)));
            footnote.Insert(0, new RstElement(RstKind.Label, labels[^1]));
            context.SetId(footnote);
        }

        for (var i = 0; i < references.Count; i++)
        {
            if (i < footnotes.Count)
            {
                Tie(context, references[i], footnotes[i], labels[i]);
                continue;
            }

            TooMany(context, references[i], references.Skip(i), "symbol", footnotes.Count);
            return;
        }
    }

    private static void TooMany(TransformContext context, RstElement first, IEnumerable<RstElement> references, string kind, int available)
    {
        var text = string.Create(CultureInfo.InvariantCulture,
            $"Too many {kind} footnote references: only {available} corresponding footnotes available.");
        var message = context.Report(RstSeverity.Error, text, first);
        foreach (var reference in references)
        {
            if (!reference.IsResolved && reference["refname"] is null) context.MakeProblematic(reference, message);
        }
    }

    private static void TieNamed(TransformContext context, List<RstElement> notes, RstKind kind)
    {
        if (notes.Count == 0) return;
        var references = Group(context.Index.References, kind);
        foreach (var note in notes)
        {
            foreach (var name in note.Names)
            {
                if (!references.TryGetValue(name, out var list)) continue;
                foreach (var reference in list) Tie(context, reference, note, label: null);
            }
        }
    }

    private static void Tie(TransformContext context, RstElement reference, RstElement note, string? label)
    {
        if (reference.IsResolved) return;
        if (label is not null) reference.Add(new RstText(label) { Span = reference.Span });
        reference["refname"] = null;
        reference["refid"] = context.SetId(note);
        note.Labels.Backrefs.Add(context.SetId(reference));
        reference.IsResolved = true;
        reference.Destination = note;
    }
}
