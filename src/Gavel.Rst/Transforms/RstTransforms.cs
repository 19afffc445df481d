using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>What turns a parsed tree into one that a reader can use: references resolved, footnotes numbered, titles and contents made.</summary>
public static class RstTransforms
{
    /// <summary>What docutils' standalone reader does, in its order.</summary>
    private static readonly Action<TransformContext>[] Standard =
    [
        ClassAttribute.Apply,
        Substitutions.Apply,
        PropagateTargets.Apply,
        TitlePromotion.ApplyToDocument,
        DocInfo.Apply,
        TitlePromotion.ApplyToSections,
        AnonymousHyperlinks.Apply,
        IndirectHyperlinks.Apply,
        TargetNotes.Apply,
        Footnotes.Apply,
        SectionNumbers.Apply,
        Contents.Apply,
        Messages.StripComments,
        Transitions.Apply,
        static context => MatchReferences.Apply(context, MatchScope.Any),
        MatchReferences.ReportDangling,
        static context =>
        {
            // These messages are many and of use to few: they are not even made when they would be taken out again.
            if (context.Options.ReportLevel <= RstSeverity.Info) MatchReferences.ReportUnreferenced(context);
        },
        SmartQuotes.Apply,
        Messages.Gather,
        Messages.Filter,
    ];

    /// <summary>Parses a text and resolves it.</summary>
    public static RstDocument ParseAndResolve(string text, RstOptions? options = null) => Resolve(RstParser.Parse(text, options));

    /// <summary>Runs the standard transforms on a parsed document, once. Messages are added to the document's.</summary>
    public static RstDocument Resolve(RstDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var context = new TransformContext(document);
        foreach (var transform in Standard) transform(context);
        return document;
    }

    /// <summary>Runs the named transforms in the given order.</summary>
    /// <param name="names">As docutils names them: <c>references.Substitutions</c>, with or without the packages before; unknown ones do nothing.</param>
    public static void Apply(RstDocument document, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(names);
        var context = new TransformContext(document);
        foreach (var name in names) Find(LastTwoWords(name))?.Invoke(context);
    }

    private static string LastTwoWords(string name)
    {
        var last = name.LastIndexOf('.');
        var before = last > 0 ? name.LastIndexOf('.', last - 1) : -1;
        return name[(before + 1)..];
    }

    private static Action<TransformContext>? Find(string name) => name switch
    {
        "misc.ClassAttribute" => ClassAttribute.Apply,
        "misc.Transitions" => Transitions.Apply,
        "references.Substitutions" => Substitutions.Apply,
        "references.PropagateTargets" => PropagateTargets.Apply,
        "references.AnonymousHyperlinks" => AnonymousHyperlinks.Apply,
        "references.IndirectHyperlinks" => IndirectHyperlinks.Apply,
        "references.Footnotes" => Footnotes.Apply,
        "references.TargetNotes" => TargetNotes.Apply,
        "references.ExternalTargets" => static context => MatchReferences.Apply(context, MatchScope.External),
        "references.InternalTargets" => static context => MatchReferences.Apply(context, MatchScope.Internal),
        "references.MatchReferences" => static context => MatchReferences.Apply(context, MatchScope.Any),
        "references.ReportDanglingReferences" => MatchReferences.ReportDangling,
        "references.ReportUnreferencedTargets" => MatchReferences.ReportUnreferenced,
        "references.DanglingReferences" => static context =>
        {
            MatchReferences.Apply(context, MatchScope.Any);
            MatchReferences.ReportDangling(context);
            MatchReferences.ReportUnreferenced(context);
        }
        ,
        "frontmatter.DocTitle" => TitlePromotion.ApplyToDocument,
        "frontmatter.SectionSubTitle" => TitlePromotion.ApplyToSections,
        "frontmatter.DocInfo" => DocInfo.Apply,
        "parts.Contents" => Contents.Apply,
        "parts.SectNum" => SectionNumbers.Apply,
        "peps.TargetNotes" => TargetNotes.ApplyToReferences,
        "universal.ExposeInternals" => ExposeInternals.Apply,
        "universal.Messages" => Messages.Gather,
        "universal.FilterMessages" => Messages.Filter,
        "universal.TestMessages" => Messages.Append,
        "universal.StripComments" => Messages.StripComments,
        "universal.SmartQuotes" => SmartQuotes.Apply,
        "writer_aux.Admonitions" => Admonitions.Apply,
        _ => null,
    };
}
