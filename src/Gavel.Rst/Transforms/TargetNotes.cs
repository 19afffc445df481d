using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Adds a footnote for each external target that is referred to.</summary>
internal static class TargetNotes
{
    public const string Name = "docutils.transforms.references.TargetNotes";

    public static void Apply(TransformContext context)
    {
        foreach (var pending in context.Index.Pendings.FindAll(p => p.Transform == Name))
        {
            if (pending.Parent is { } parent) parent.ReplaceAt(parent.IndexOf(pending, pending.IndexHint), MakeNotes(context, ClassesOf(pending)));
        }

        context.Forget();
    }

    /// <summary>As for PEPs: the notes stand in the section with the references, which is made if there are notes for it.</summary>
    public static void ApplyToReferences(TransformContext context)
    {
        var root = context.Root;
        RstElement? references = null;
        var before = root.Count;
        for (var i = root.Count - 1; i >= 0 && root[i] is RstElement { Kind: RstKind.Section } section; i--)
        {
            var words = section.Count > 0 ? section[0].InnerText.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [];
            if (words.Contains("references"))
            {
                references = section;
                break;
            }

            if (words.Contains("copyright")) before = i;
        }

        var made = references is null ? new RstSection(new RstSpan(context.Document.Text.Length, 0)) { Level = 1 } : null;
        if (made is not null) context.SetId(made);
        var notes = MakeNotes(context, []);
        if (made is not null && notes.Length > 0)
        {
            made.Add(new RstElement(RstKind.Title, "References"));
            root.Insert(before, made);
        }

        (references ?? made)!.AddRange(notes);
        context.Forget();
    }

    private static string[] ClassesOf(RstPending pending) => pending.Details.GetValueOrDefault("class") is IEnumerable<string> classes ? [.. classes] : [];

    private static RstNode[] MakeNotes(TransformContext context, string[] classes)
    {
        var byName = new Dictionary<string, List<RstElement>>(StringComparer.Ordinal);
        foreach (var reference in context.Index.References)
        {
            if (reference["refname"] is not { } name) continue;
            if (!byName.TryGetValue(name, out var list)) byName[name] = list = [];
            list.Add(reference);
        }

        var notes = new Dictionary<string, RstElement>(StringComparer.Ordinal);
        var result = new List<RstNode>();
        foreach (var target in context.Index.Targets)
        {
            if (target["refuri"] is not { } uri) continue;
            foreach (var name in target.Names)
            {
                if (byName.TryGetValue(name, out var references)) Cite(uri, references);
            }
        }

        foreach (var reference in context.Index.References)
        {
            if (reference["anonymous"] is not null && reference["refuri"] is { } uri) Cite(uri, [reference]);
        }

        return [.. result];

        void Cite(string uri, List<RstElement> references)
        {
            if (!notes.TryGetValue(uri, out var note))
            {
                notes[uri] = note = MakeNote(context, uri);
                result.Add(note);
            }

            foreach (var reference in references) Mark(context, reference, note, classes);
        }
    }

    private static RstElement MakeNote(TransformContext context, string uri)
    {
        var note = new RstElement(RstKind.Footnote) { ["auto"] = "1" };
        var name = "TARGET_NOTE: " + context.SetId(note);
        note.Labels.Names.Add(name);
        var link = new RstInline(RstKind.Reference, default) { ["refuri"] = uri, IsResolved = true };
        link.Add(new RstText(uri));
        var paragraph = new RstElement(RstKind.Paragraph);
        paragraph.Add(link);
        note.Add(paragraph);
        context.Names.ByName[name] = note;
        return note;
    }

    private static void Mark(TransformContext context, RstElement reference, RstElement note, string[] classes)
    {
        if (reference.Parent is not { } parent) return;
        var mark = new RstInline(RstKind.FootnoteReference, reference.Span) { ["auto"] = "1", ["refname"] = note.Names[0] };
        if (classes.Length > 0) mark.Labels.Classes.AddRange(classes);
        context.SetId(mark);
        var at = parent.IndexOf(reference) + 1;
        parent.Insert(at, mark);
        if (context.Options.TrimFootnoteReferenceSpace) return;
        if (classes.Length == 0)
        {
            parent.Insert(at, new RstText(" ") { Span = new RstSpan(reference.Span.End, 0) });
            return;
        }

        var space = new RstElement(RstKind.Inline, " ");
        space.Labels.Classes.AddRange(classes);
        parent.Insert(at, space);
    }
}
