using System.Collections.Frozen;
using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Directives;

/// <summary>A picture.</summary>
internal sealed class ImageDirective() : RstDirective("image")
{
    public override int RequiredArguments => 1;

    public override bool FinalArgumentHasSpaces => true;

    public override FrozenDictionary<string, RstOptionReader> Options { get; } = OptionTable([.. ImageOptions.Common, ("align", ImageOptions.Align)]);

    public override void Run(RstDirectiveCall call)
    {
        if (call.Options.Text("align") is { } align && ImageOptions.AlignFault(call, align) is { } fault) call.Fail(fault);
        else call.Add(ImageOptions.Build(call, withAlign: true));
    }
}

/// <summary>A picture with a caption and a legend.</summary>
internal sealed class FigureDirective() : RstDirective("figure")
{
    public override int RequiredArguments => 1;

    public override bool FinalArgumentHasSpaces => true;

    public override bool HasContent => true;

    public override FrozenDictionary<string, RstOptionReader> Options { get; } = OptionTable([
        .. ImageOptions.Common,
        ("align", RstOptionReaders.Choice("left", "center", "right")), ("figwidth", ImageOptions.FigureWidth), ("figclass", RstOptionReaders.Classes),
        ("figname", RstOptionReaders.Unchanged)]);

    public override void Run(RstDirectiveCall call)
    {
        var figure = new RstElement(RstKind.Figure, call.Span) { Line = call.Line };
        figure.Add(ImageOptions.Build(call, withAlign: false));
        if (call.Options.Text("figwidth") is { } width && width != "image") figure["width"] = width;
        if (call.Options.Text("align") is { } align) figure["align"] = align;
        foreach (var word in call.Options.Words("figclass")) figure.Labels.Classes.Add(word);
        if (call.Options.Text("figname") is { } name)
        {
            figure.Labels.Names.Add(ReferenceNames.Normalize(name));
            call.Document.Names.NoteExplicit(figure, figure, call.Line);
        }

        call.Add(figure);
        if (call.HasContent) Caption(call, figure);
        else
        {
            call.Report(
                RstSeverity.Warning,
                "Figure without caption and legend.",
                new RstElement(RstKind.Paragraph, "Try the \"image\" directive (or cheat with an empty comment)."));
        }
    }

    private static void Caption(RstDirectiveCall call, RstElement figure)
    {
        var content = new RstElement(RstKind.Container);
        call.ParseContent(content);
        var nodes = content.Detach();
        if (nodes[0] is RstElement { Kind: RstKind.Paragraph } paragraph)
        {
            var caption = new RstElement(RstKind.Caption, paragraph.Span) { Line = paragraph.Line };
            caption.AddRange(paragraph.Detach());
            figure.Add(caption);
        }
        else if (nodes[0] is not RstElement { Kind: RstKind.Comment, Count: 0 })
        {
            call.Fail("Figure caption must be a paragraph or empty comment.");
            return;
        }

        if (nodes.Length == 1) return;
        var legend = new RstElement(RstKind.Legend, RstSpan.FromBounds(nodes[1].Span.Start, nodes[^1].Span.End));
        legend.AddRange(nodes[1..]);
        figure.Add(legend);
    }
}

/// <summary>The options of pictures and what they become.</summary>
internal static class ImageOptions
{
    private static readonly string[] Horizontal = ["left", "center", "right"];

    private static readonly string[] Vertical = ["top", "middle", "bottom"];

    public static readonly RstOptionReader Align = RstOptionReaders.Choice([.. Vertical, .. Horizontal]);

    public static readonly (string, RstOptionReader)[] Common =
    [
        ("alt", RstOptionReaders.Unchanged), ("height", RstOptionReaders.Length), ("width", RstOptionReaders.LengthOrPercentage),
        ("scale", RstOptionReaders.Percentage), ("target", RstOptionReaders.UnchangedRequired), ("class", RstOptionReaders.Classes),
        ("name", RstOptionReaders.Unchanged), ("loading", RstOptionReaders.Choice("embed", "link", "lazy")),
    ];

    public static RstOptionValue FigureWidth(string? argument) =>
        argument?.Trim().ToLowerInvariant() == "image" ? RstOptionValue.Of("image") : RstOptionReaders.LengthOrPercentage(argument);

    public static string? AlignFault(RstDirectiveCall call, string align)
    {
        var valid = call.Substitution is null ? Horizontal : Vertical;
        if (Array.IndexOf(valid, align) >= 0) return null;
        var where = call.Substitution is null ? "" : " within a substitution definition";
        return $"Error in \"{call.Name}\" directive: \"{align}\" is not a valid value for the \"align\" option{where}.  "
            + $"Valid values for \"align\" are: \"{string.Join("\", \"", valid)}\".";
    }

    /// <summary>The image, in a reference if it has a target.</summary>
    public static RstElement Build(RstDirectiveCall call, bool withAlign)
    {
        RstElement? reference = null;
        if (call.Options.Text("target") is { } target) reference = Reference(call, target);
        var image = new RstElement(RstKind.Image, call.Span) { ["uri"] = (string)RstOptionReaders.Uri(call.Arguments[0]).Value!, Line = call.Line };
        foreach (var option in (ReadOnlySpan<string>)["alt", "height", "width", "scale", "loading", "align"])
        {
            if (option == "align" && !withAlign) continue;
            if (call.Options.Text(option) is { } value) image[option] = value;
        }

        call.ApplyCommon(image);
        if (reference is null) return image;
        reference.Add(image);
        return reference;
    }

    private static RstInline Reference(RstDirectiveCall call, string target)
    {
        var lines = target.Split('\n').ToList();
        var reference = new RstInline(RstKind.Reference, call.Span, target.AsMemory());
        if (TargetParser.ReferenceName(lines) is { } name) reference["refname"] = ReferenceNames.Normalize(name);
        else reference["refuri"] = TargetParser.Address(lines);
        return reference;
    }
}
