using Gavel.Core.Documents.Markdown;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Core.Tests.Templates;

/// <summary>Templates for tests.</summary>
internal static class TemplateCase
{
    public static Schema Learn(string markdown, string path = "template.md") => TemplateLearner.Learn(new MarkdownSyntax().Parse(SourceText.From(path, markdown)));

    public static Demand.Section Section(this Schema schema, string title) => schema.All<Demand.Section>().Single(s => s.Text == title);

    public static Demand.Field Field(this Schema schema, string name) => schema.All<Demand.Field>().Single(f => f.Name == name);

    public static string[] Prompts(this Schema schema, string title) => [.. schema.All<Demand.Prompt>().Where(p => p.SectionKey == schema.Section(title).Key).Select(p => p.Text)];

    public static string[] MustGo(this Schema schema) => [.. schema.Leftovers.Where(l => !l.MayStay).Select(l => l.Text)];
}
