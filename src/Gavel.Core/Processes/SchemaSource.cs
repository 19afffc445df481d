using Gavel.Core.Documents;
using Gavel.Core.Templates;

namespace Gavel.Core.Processes;

/// <summary>The one door from a document to the schema that it is a template of.</summary>
internal static class SchemaSource
{
    public static Schema Learn(Document template) => TemplateLearner.Learn(template);
}
