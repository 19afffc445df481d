using Gavel.Core.Documents;
using Gavel.Core.Documents.Headers;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes;

/// <summary>The one door from a document to the schema that it is a template of.</summary>
internal static class SchemaSource
{
    public static Schema Learn(Document template) => TemplateLearner.Learn(template);

    /// <summary>The same of a text; learned once, and kept in the cache by paths and contents.</summary>
    /// <param name="header">The file beside it that holds its header; null for none.</param>
    public static Schema Learn(SourceText text, SourceText? header, ISyntax syntax, ICache cache)
    {
        var key = $"schema:{SchemaRecord.Format}/{CodeBuild.Id}/{syntax.Name}/{text.Id.Sha}/{header?.Id.Sha}/{header?.Path}\n{text.Path}";
        if (cache.Get(key) is { } bytes && SchemaRecord.Read(bytes, text.Path, text.Id, () => TemplateLearner.DocumentOf(Sidecar.With(syntax.Parse(text), header))) is { } known) return known;
        var learned = TemplateLearner.Learn(Sidecar.With(syntax.Parse(text), header));
        cache.Put(key, SchemaRecord.Write(learned));
        return learned;
    }
}
