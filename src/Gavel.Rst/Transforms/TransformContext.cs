using System.Globalization;
using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>What the transforms of one document share: the tree, an index of its nodes, and who was moved where.</summary>
internal sealed class TransformContext(RstDocument document)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private TreeIndex? _index;

    public RstDocument Document { get; } = document;

    public RstElement Root => Document.Root;

    public RstNameTable Names => Document.Names;

    public RstOptions Options => Document.Options;

    /// <summary>The nodes of interest in document order; made anew after <see cref="Forget"/>.</summary>
    public TreeIndex Index => _index ??= TreeIndex.Of(Root);

    /// <summary>The id that belongs to a name whose holder got it from a target before it.</summary>
    public Dictionary<string, string> IdOfName { get; } = new(StringComparer.Ordinal);

    /// <summary>The targets that count as referenced when somebody refers to the name.</summary>
    public Dictionary<string, RstElement> TargetOfName { get; } = new(StringComparer.Ordinal);

    /// <summary>Where a target's names and ids went.</summary>
    public Dictionary<RstElement, RstElement> PropagatedTo { get; } = [];

    /// <summary>Anonymous references that wait until their target is resolved.</summary>
    public Dictionary<RstElement, List<RstElement>> Waiting { get; } = [];

    public HashSet<RstElement> Referenced { get; } = [];

    /// <summary>The tree has other nodes than before.</summary>
    public void Forget() => _index = null;

    /// <summary>The line of the element or of the nearest one above that has a line; 0 where none has.</summary>
    public static int LineOf(RstElement? element)
    {
        while (element is not null && element.Line == 0) element = element.Parent;
        return element?.Line ?? 0;
    }

    /// <summary>
    /// The line that docutils gives a message without a node, which is where its reader stopped: one behind the last line, or none (0) when a list,
    /// explicit markup or a section ended the text.
    /// </summary>
    public int LineAtEnd()
    {
        if (Root.Count == 0 || Root[^1] is not RstElement last) return 0;
        var isKnown = last.Kind is RstKind.Paragraph or RstKind.BlockQuote or RstKind.LiteralBlock or RstKind.DoctestBlock or RstKind.Transition or RstKind.Table;
        if (!isKnown) return 0;
        var line = Document.Place(Document.Text.Length).Line;
        return Document.Text.EndsWith('\n') ? line : line + 1;
    }

    /// <summary>Gives the element an id unless it has one.</summary>
    public string SetId(RstElement element) => Names.SetId(element);

    /// <summary>Gives the element an id made of a prefix and the next number that is free.</summary>
    public string SetNumberedId(RstElement element, string prefix)
    {
        string id;
        do
        {
            _numbers[prefix] = _numbers.GetValueOrDefault(prefix) + 1;
            id = string.Create(CultureInfo.InvariantCulture, $"{Options.IdPrefix}{prefix}-{_numbers[prefix]}");
        }
        while (!Names.Ids.TryAdd(id, element));

        element.Labels.Ids.Add(id);
        return id;
    }

    /// <summary>Gives the element one more id, made from a name.</summary>
    public string AddId(RstElement element, string name)
    {
        var id = Options.IdPrefix + ReferenceNames.MakeId(name);
        if (id.Length == Options.IdPrefix.Length || !Names.Ids.TryAdd(id, element)) return SetNumberedId(element, id.Length > 0 ? id : element.TagName.Replace('_', '-'));
        element.Labels.Ids.Add(id);
        return id;
    }

    /// <summary>The id by which a reference to <paramref name="name"/> reaches its holder.</summary>
    public string IdOf(string name, RstElement holder) => IdOfName.TryGetValue(name, out var id) ? id : SetId(holder);

    public void MarkReferenced(string name, RstElement holder)
    {
        if (TargetOfName.TryGetValue(name, out var target)) Referenced.Add(target);
        if (holder.Kind == RstKind.Target) Referenced.Add(holder);
    }

    /// <summary>Makes a message about an element and keeps it for the end of the document.</summary>
    public RstSystemMessage Report(RstSeverity severity, string text, RstElement about, params ReadOnlySpan<RstElement> details)
    {
        var message = Document.Report(severity, text, LineOf(about), about.Span, details);
        Document.LooseMessages.Add(message);
        return message;
    }

    /// <summary>Turns a reference back into its text, tied to the message that says why.</summary>
    public void MakeProblematic(RstElement reference, RstSystemMessage message, bool ownIdFirst = false)
    {
        // The reference around an image has no text of its own to show.
        var isAroundImage = reference is { Count: 1 } && reference[0] is RstElement { Kind: RstKind.Image };
        var raw = isAroundImage ? "" : RawOf(reference);
        var problematic = new RstInline(RstKind.Problematic, reference.Span) { Raw = raw };
        if (raw.Length > 0) problematic.Add(new RstText(raw) { Span = reference.Span });
        problematic["refid"] = SetId(message);
        message.Labels.Backrefs.Add(ownIdFirst && reference.Ids.Count > 0 ? reference.Ids[0] : SetId(problematic));
        CopyLabels(reference, problematic);
        ReplaceInParent(reference, problematic);
        reference.IsResolved = true;
    }

    public string RawOf(RstElement element) => element is RstInline { Raw.Length: > 0 } inline ? inline.Raw : Document.Slice(element.Span).ToString();

    /// <summary>Puts a node in another's place, with the labels that the other one had.</summary>
    public static void ReplaceInParent(RstElement old, RstNode with)
    {
        if (old.Parent is not { } parent) return;
        parent.ReplaceAt(parent.IndexOf(old, old.IndexHint), with);
    }

    /// <summary>Adds the ids, names and classes of one element to another, as docutils does when it replaces a node.</summary>
    public static void CopyLabels(RstElement from, RstElement to)
    {
        if (!from.HasLabels) return;
        Append(from.Labels.Ids, to.Labels.Ids);
        Append(from.Labels.Classes, to.Labels.Classes);
        Append(from.Labels.Names, to.Labels.Names);
        Append(from.Labels.DupNames, to.Labels.DupNames);
    }

    private static void Append(List<string> from, List<string> to)
    {
        foreach (var item in from)
        {
            if (!to.Contains(item)) to.Add(item);
        }
    }
}
