using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst;

/// <summary>The tables of a document: which element has which name and id. The parser fills them, the transforms use them.</summary>
public sealed class RstNameTable
{
    private readonly RstDocument _document;
    private readonly Dictionary<string, int> _counters = new(StringComparer.Ordinal);

    internal RstNameTable(RstDocument document) => _document = document;

    /// <summary>Each element by its id.</summary>
    public Dictionary<string, RstElement> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>The element that holds a name; null for a name that two have claimed.</summary>
    public Dictionary<string, RstElement?> ByName { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the holder of a name was given it explicitly (a target) or not (a section).</summary>
    public Dictionary<string, bool> IsExplicit { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, RstElement> SubstitutionDefinitions { get; } = new(StringComparer.Ordinal);

    /// <summary>From the name in lower case to the name of a substitution definition as it is written.</summary>
    public Dictionary<string, string> SubstitutionNames { get; } = new(StringComparer.Ordinal);

    /// <summary>The number that the next automatic footnote tries first.</summary>
    public int AutoFootnoteStart { get; set; } = 1;

    public int SymbolFootnoteStart { get; set; }

    /// <summary>Gives an element an id, made from its names or else from its kind and a number; keeps one that it has.</summary>
    public string SetId(RstElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        var labels = element.Labels;
        if (labels.Ids.Count > 0)
        {
            foreach (var known in labels.Ids) Ids.TryAdd(known, element);
            return labels.Ids[0];
        }

        var id = IdFromNames(labels, out var stem) ?? NumberedId(element, stem);
        labels.Ids.Add(id);
        Ids[id] = element;
        return id;
    }

    /// <summary>Notes the names of a target. Messages about duplicates go into <paramref name="holder"/> where its kind allows that.</summary>
    public void NoteExplicit(RstElement element, RstElement? holder, int line) => NameDuplicates.Note(_document, element, holder, line, isExplicit: true);

    /// <summary>Notes the names of a section or another element that is a target without being written as one.</summary>
    public void NoteImplicit(RstElement element, RstElement? holder, int line) => NameDuplicates.Note(_document, element, holder, line, isExplicit: false);

    /// <summary>Text that could not be understood, tied to the message that says why.</summary>
    public RstElement Problematic(ReadOnlyMemory<char> text, RstSpan span, RstSystemMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var problematic = new RstInline(RstKind.Problematic, span, text) { ["refid"] = SetId(message) };
        problematic.Add(new RstText(text) { Span = span });
        message.Labels.Backrefs.Add(SetId(problematic));
        return problematic;
    }

    private string? IdFromNames(RstLabels labels, out string stem)
    {
        stem = "";
        foreach (var name in labels.Names)
        {
            stem = ReferenceNames.MakeId(name);
            var id = _document.Options.IdPrefix + stem;
            if (stem.Length > 0 && !Ids.ContainsKey(id)) return id;
        }

        if (stem.Length == 0 && labels.DupNames.Count > 0) stem = ReferenceNames.MakeId(labels.DupNames[0]);
        return null;
    }

    private string NumberedId(RstElement element, string stem)
    {
        var options = _document.Options;
        var prefix = options.IdPrefix + options.AutoIdPrefix;
        if (prefix.EndsWith('%'))
        {
            prefix = stem.Length > 0
                ? options.IdPrefix + stem + "-"
                : prefix[..^1] + ReferenceNames.MakeId(element.TagName) + "-";
        }

        while (true)
        {
            var number = _counters.GetValueOrDefault(prefix) + 1;
            _counters[prefix] = number;
            var id = prefix + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (!Ids.ContainsKey(id)) return id;
        }
    }
}
