using Gavel.Rst.Directives;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>Substitution definitions: <c>.. |name| directive:: …</c>.</summary>
internal sealed class SubstitutionParser(ParseState state)
{
    /// <summary>Reads a definition whose name begins at a column of the frame's line; returns what is wrong and then leaves the frame alone.</summary>
    public string? Read(Frame frame, int from, out bool blankFinish)
    {
        var indented = frame.Indented(frame.Line, firstIndent: from, strip: false);
        blankFinish = indented.BlankFinish;
        var block = indented.Content;
        if (!FindName(block, out var name, out var line, out var column)) return "malformed substitution definition.";

        var whole = frame.Block.Part(frame.Line, indented.End);
        var number = frame.Number;
        frame.Line = indented.End;
        var rest = Rest(block, line, column);
        var definition = new RstElement(RstKind.SubstitutionDefinition, whole.Span()) { Line = number };
        if (rest.IsEmpty)
        {
            Warn(frame, whole, RstSeverity.Warning, $"Substitution definition \"{name}\" missing contents.");
            return null;
        }

        definition.Labels.Names.Add(ReferenceNames.Squeeze(name));
        var inner = new Frame(rest, definition, false);
        var finish = Run(inner, name);
        if (finish is null && rest.To - rest.From > 1) blankFinish = rest.IsBlank(rest.From + 1);
        else if (finish is { } done && !inner.AtEnd) blankFinish = done;
        Take(frame, definition, whole, name);
        return null;
    }

    private bool? Run(Frame inner, string name)
    {
        var line = inner.Block.Line(inner.Line);
        var length = TextClasses.SimpleName(line);
        if (length == 0 || !line[length..].StartsWith("::")) return null;
        var content = Markers.WithSpace(line, length + 2);
        return content == 0 ? null : DirectiveRunner.Run(state, inner, line[..length].ToString(), content, name);
    }

    private void Take(Frame frame, RstElement definition, in Block whole, string name)
    {
        foreach (var node in definition.Detach())
        {
            var isInline = node is RstText || (node is RstElement element && RstKinds.IsInline(element.Kind));
            (isInline ? definition : frame.Parent).Add(node);
        }

        if (Prohibited(definition) is { } fault)
        {
            Warn(frame, whole, RstSeverity.Error, fault);
            return;
        }

        if (definition.Count == 0)
        {
            Warn(frame, whole, RstSeverity.Warning, $"Substitution definition \"{name}\" empty or invalid.");
            return;
        }

        Note(frame, definition, ReferenceNames.Squeeze(name));
        frame.Parent.Add(definition);
    }

    private void Note(Frame frame, RstElement definition, string name)
    {
        var names = state.Names;
        if (names.SubstitutionDefinitions.TryGetValue(name, out var old))
        {
            frame.Parent.Add(state.Document.Report(
                RstSeverity.Error, $"Duplicate substitution definition name: \"{name}\".", definition.Line, definition.Span));
            old.Labels.Names.Remove(name);
            old.Labels.DupNames.Add(name);
        }

        names.SubstitutionDefinitions[name] = definition;
        names.SubstitutionNames[name.ToLowerInvariant()] = name;
    }

    private static string? Prohibited(RstElement definition)
    {
        foreach (var element in definition.Descendants())
        {
            if (element.Kind == RstKind.FootnoteReference && element["auto"] is not null)
            {
                return "References to auto-numbered and auto-symbol footnotes are not supported in a substitution definition.";
            }

            if (element.Kind == RstKind.Reference && element["anonymous"] is not null)
            {
                return "Anonymous references are not supported in a substitution definition.";
            }

            if (element.Kind is not (RstKind.FootnoteReference or RstKind.CitationReference or RstKind.Problematic)
                && element.HasLabels && element.Labels.Ids.Count + element.Labels.Names.Count + element.Labels.DupNames.Count > 0)
            {
                return "Targets (names and identifiers) are not supported in a substitution definition.";
            }
        }

        return null;
    }

    private void Warn(Frame frame, in Block whole, RstSeverity severity, string text) =>
        frame.Parent.Add(state.Document.Report(
            severity, text, whole.NumberOf(whole.From), whole.Span(), Warnings.Excerpt(whole.Text())));

    /// <summary>Finds the closing bar; the name may go over several lines. The column is where the definition's text begins in its line.</summary>
    private static bool FindName(in Block block, out string name, out int line, out int column)
    {
        var text = "";
        column = 0;
        for (line = block.From; line < block.To; line++)
        {
            var raw = block.Line(line);
            var lead = line == block.From ? 0 : raw.Length - raw.TrimStart().Length;
            var offset = text.Length + (line == block.From ? 0 : 1);
            text = line == block.From ? raw.ToString() : text + " " + raw[lead..].ToString();
            for (var i = offset; i < text.Length; i++)
            {
                if (text[i] == '\\')
                {
                    i++;
                    continue;
                }

                if (text[i] != '|' || i == 0 || char.IsWhiteSpace(text[i - 1]) || (i + 1 < text.Length && text[i + 1] != ' ')) continue;
                name = Escapes.Remove(text.AsSpan(0, i));
                column = lead + i + 1 - offset;
                return true;
            }

            if (text.Length > 2000) break;
        }

        name = "";
        return false;
    }

    private static Block Rest(in Block block, int line, int column)
    {
        var text = block.Line(line);
        while (column < text.Length && text[column] == ' ') column++;
        if (column < text.Length) return block.Part(line, block.To, 0, column).WithoutBlankEnd();
        if (line + 1 >= block.To) return block with { From = block.To };
        var next = block.Part(line + 1, block.To).WithoutBlankTop().WithoutBlankEnd();
        return next.IsEmpty ? next : next.Part(next.From, next.To, 0, next.IndentOf(next.From));
    }
}
