using System.Collections.Frozen;
using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Directives;

/// <summary>Text for a substitution.</summary>
internal sealed class ReplaceDirective() : RstDirective("replace")
{
    public override bool HasContent => true;

    public override void Run(RstDirectiveCall call)
    {
        if (!SubstitutionOnly.Check(call) || !call.ExpectContent()) return;
        var content = new RstElement(RstKind.Container);
        call.ParseContent(content);
        RstElement? paragraph = null;
        var messages = new List<RstNode>();
        foreach (var node in content.Detach())
        {
            if (paragraph is null && node is RstElement { Kind: RstKind.Paragraph } first)
            {
                paragraph = first;
            }
            else if (node is RstElement { Kind: RstKind.SystemMessage } message)
            {
                message.Labels.Backrefs.Clear();
                messages.Add(message);
            }
            else
            {
                call.Report(RstSeverity.Error, $"Error in \"{call.Name}\" directive: may contain a single paragraph only.");
                return;
            }
        }

        foreach (var message in messages) call.Add(message);
        if (paragraph is null) return;
        foreach (var node in paragraph.Detach()) call.Add(node);
    }
}

/// <summary>Characters by their codes, for a substitution.</summary>
internal sealed class UnicodeDirective() : RstDirective("unicode")
{
    public override int RequiredArguments => 1;

    public override bool FinalArgumentHasSpaces => true;

    public override FrozenDictionary<string, RstOptionReader> Options { get; } =
        OptionTable(("trim", RstOptionReaders.Flag), ("ltrim", RstOptionReaders.Flag), ("rtrim", RstOptionReaders.Flag));

    public override void Run(RstDirectiveCall call)
    {
        if (!SubstitutionOnly.Check(call)) return;
        if (call.Options.Has("trim") || call.Options.Has("ltrim")) call.Parent["ltrim"] = "1";
        if (call.Options.Has("trim") || call.Options.Has("rtrim")) call.Parent["rtrim"] = "1";
        var text = call.Arguments[0];
        var comment = text.StartsWith(".. ", StringComparison.Ordinal) ? 0 : text.IndexOfComment();
        var nodes = new List<RstNode>();
        foreach (var code in text[..comment].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var character = CharacterCodes.Read(code, out var fault);
            if (fault is not null)
            {
                call.Fail($"Invalid character code: {code}\n{fault}");
                return;
            }

            nodes.Add(new RstText(character ?? code) { Span = call.Span });
        }

        foreach (var node in nodes) call.Add(node);
    }
}

/// <summary>Today's date, which only the caller knows.</summary>
internal sealed class DateDirective() : RstDirective("date")
{
    public override bool HasContent => true;

    public override void Run(RstDirectiveCall call)
    {
        if (!SubstitutionOnly.Check(call) || call.Document.Options.Today is not { } today) return;
        var format = call.HasContent ? call.ContentText : "%Y-%m-%d";
        var text = format.Replace("%Y", today.ToString("yyyy", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("%m", today.ToString("MM", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("%d", today.ToString("dd", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        call.Add(new RstText(text) { Span = call.Span });
    }
}

/// <summary>Directives that define substitutions and nothing else.</summary>
internal static class SubstitutionOnly
{
    public static bool Check(RstDirectiveCall call)
    {
        if (call.Substitution is not null) return true;
        call.Fail($"Invalid context: the \"{call.Name}\" directive can only be used within a substitution definition.");
        return false;
    }

    /// <summary>Where a comment begins: two periods and a space after white space; the end if there is none.</summary>
    public static int IndexOfComment(this string text)
    {
        for (var i = 0; i + 3 < text.Length; i++)
        {
            if (text[i] is ' ' or '\n' && text.AsSpan(i + 1).StartsWith(".. ")) return i;
        }

        return text.Length;
    }
}
