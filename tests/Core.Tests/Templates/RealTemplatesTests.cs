using Gavel.Core.Templates;

namespace Core.Tests.Templates;

/// <summary>What a person found in the real templates, read by eye.</summary>
public sealed class RealTemplatesTests
{
    private const string Reason = "the corpora are not beside this checkout";

    private static Schema Learn(string name)
    {
        Assert.SkipUnless(SharedTemplates.Exists(name), Reason);
        return SharedTemplates.Learn(name);
    }

    private static string[] Titles(Schema schema, bool offered = false) => [.. schema.All<Demand.Section>().Where(s => s.IsOffered == offered && !s.IsSlot).Select(s => s.Text)];

    [Fact]
    public void Of_a_template_with_front_matter_and_a_bold_list()
    {
        var schema = Learn("vip-template.md");
        Assert.Equal("VIP-{number}: {title}", schema.Title?.Pattern.ToString());
        Assert.Equal(["layout", "title", "parent", "permalink", "Status", "Author(s)", "Pull Request", "Release"], schema.All<Demand.Field>().Select(f => f.Name));
        Assert.Equal("VIP-{number} {title}", schema.Field("title").Pattern);
        Assert.Equal("/docs/proposals/vip-{number}", schema.Field("permalink").Pattern);
        Assert.Equal(["Under Discussion", "Accepted", "Implemented", "Rejected"], schema.Field("Status").Values);
        Assert.Equal((FieldKind.People, FieldKind.Link, FieldKind.Release), (schema.Field("Author(s)").Kind, schema.Field("Pull Request").Kind, schema.Field("Release").Kind));
        Assert.Equal(
            ["Introduction", "Problem Statement", "Scope", "Project Justification", "Functional Specification", "Proposed Design", "Development Milestones", "Test Plan", "References", "Appendix"],
            Titles(schema));
        Assert.Equal(200, Assert.Single(schema.All<Demand.Limit>()).Max);
        Assert.Equal("(200 words at most)", schema.Section("Introduction").Suffix);
        Assert.Equal(Requirement.Optional, schema.Section("Development Milestones").Requirement);
        Assert.Equal(Requirement.Conditional, schema.Section("Functional Specification").Requirement);
        Assert.Equal(["What is in scope?", "What is out of scope?"], schema.Prompts("Scope"));
        Assert.Equal(12, schema.Prompts("Project Justification").Length);
        var design = schema.Prompts("Proposed Design");
        Assert.Equal(11, design.SkipWhile(p => p != "Security.").TakeWhile(p => !p.StartsWith("Preferred", StringComparison.Ordinal)).Count());
        Assert.Contains("Preferred option by the designer/author.", design);
        Assert.Contains(design, p => p.StartsWith("Conclusions/Decisions", StringComparison.Ordinal));
        Assert.Equal(3, schema.Prompts("Test Plan").Count(p => p.Contains("tests", StringComparison.Ordinal)));
        Assert.True(schema.SaysInstructionsGo);
    }

    [Fact]
    public void Of_an_older_revision_of_it()
    {
        var schema = Learn("vip-template-legacy.md");
        Assert.Equal(["Under Discussion", "Accepted", "Adopted", "Rejected"], schema.Field("Status").Values);
        Assert.Null(schema.Field("permalink").Pattern);
        Assert.Equal(10, Titles(schema).Length);
    }

    [Fact]
    public void Of_a_template_that_speaks_in_comments()
    {
        var schema = Learn("vep-template.md");
        Assert.Equal(["draft", "implementable", "implemented", "rejected", "withdrawn", "replaced"], schema.Field("Status").Values);
        Assert.Equal(("{number}-{slug}", true, (int?)0), (schema.Naming?.Pattern, schema.Naming!.NumberIsIssue, schema.Naming.Width));
        Assert.Equal(5, schema.Checklist.Length);
        Assert.All(schema.Checklist, step => Assert.Contains(step.Text, schema.MustGo()));
        Assert.Equal(["Summary", "Glossary", "Motivation", "Requirements and goals", "High-level design", "API design", "Detailed design", "Implementation stories", "Alternatives"], Titles(schema));
        Assert.Equal(["Glossary", "Implementation stories", "Alternatives"], schema.All<Demand.Section>().Where(s => s is { IsOffered: false, Requirement: Requirement.Optional }).Select(s => s.Text));
        Assert.Equal(["Summary", "Motivation"], schema.All<Demand.Section>().Where(s => s is { IsOffered: false, Requirement: not Requirement.Optional, When.FromStatus: null }).Select(s => s.Text));
        Assert.Equal(12, Titles(schema, offered: true).Length);
        Assert.Equal(["Detection", "Mitigations", "Diagnostics", "Testing"], schema.Prompts("Troubleshooting").Skip(1).Select(p => p.Split(':')[0]));
        Assert.Single(schema.All<Demand.Contents>());
        Assert.Equal([MediaKind.Diagram, MediaKind.Link], schema.All<Demand.Media>().Select(m => m.Kind));
        Assert.Equal(schema.Section("Implementation stories").Key, Assert.Single(schema.All<Demand.Plan>()).SectionKey);
        Assert.Contains(schema.Defects, d => d.Message.Contains("table of contents", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_template_with_one_piped_paragraph()
    {
        var schema = Learn("klip-template.md");
        Assert.Equal("KLIP {number} - {title}", schema.Title?.Pattern.ToString());
        Assert.Equal(["Author", "Release Target", "Status", "Discussion"], schema.All<Demand.Field>().Select(f => f.Name));
        Assert.Equal(["In Discussion", "Design Approved", "In development", "Merged"], schema.Field("Status").Values);
        Assert.True(schema.Section("tl;dr").IsSlot);
        Assert.Equal(11, Titles(schema).Length);
        Assert.Equal("We will not ______ because ______.", Assert.Single(schema.Prompts("What is not in scope")));
        Assert.Equal(6, schema.Prompts("Documentation Updates").Length);
        Assert.Equal(Requirement.Conditional, schema.Section("Compatibility Implications").Requirement);
        Assert.Equal("Design Approved", schema.Section("LOEs and Delivery Milestones").When.FromStatus);
        Assert.Equal(5, Assert.Single(schema.All<Demand.TaskSize>()).MaxDays);
        Assert.Contains(schema.Defects, d => d.Message.Contains("emphasis", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_specification_in_plain_prose()
    {
        var schema = Learn("karbor-spec-template.rst");
        Assert.Equal("{title}", schema.Title?.Pattern.ToString());
        Assert.Empty(schema.All<Demand.Field>());
        Assert.Equal(17, Titles(schema).Length);
        Assert.Equal([1, 2], schema.All<Demand.Section>().Select(s => s.Level).Distinct().Select(l => l - schema.All<Demand.Section>().Min(s => s.Level) + 1));
        Assert.Equal(["Proposed Change"], schema.All<Demand.Section>().Where(s => s.Requirement != Requirement.Required).Select(s => s.Text));
        Assert.Single(schema.All<Demand.Licence>());
        Assert.Equal("https://bugs.launchpad.net/karbor/+bug/", Assert.Single(schema.All<Demand.Media>()).AddressPrefix);
        Assert.Equal((LimitUnit.Paragraphs, 1), (schema.All<Demand.Limit>().Single().Unit, schema.All<Demand.Limit>().Single().Max));
        Assert.Equal(["Data model impact", "REST API impact", "Other end user impact", "Testing", "Documentation Impact"], schema.All<Demand.Section>().Where(s => s is { HasNoInstruction: true, MayBeEmpty: false }).Select(s => s.Text));
        Assert.Equal(2, schema.Leftovers.Count(l => l.Text == "<launchpad-id or None>"));
        Assert.Contains("A detailed description of the problem. What problem is this blueprint addressing?", schema.MustGo());
    }

    [Fact]
    public void Of_a_preamble()
    {
        var schema = Learn("pep-NNNN.rst");
        Assert.Equal(16, schema.All<Demand.Field>().Count());
        Assert.Equal(9, schema.Field("Status").Values.Length);
        Assert.Equal(Requirement.Optional, schema.Field("Superseded-By").Requirement);
        Assert.Equal(Requirement.Required, schema.Field("Title").Requirement);
        Assert.Equal(14, Titles(schema).Length);
        Assert.Single(schema.All<Demand.Licence>());
    }

    [Fact]
    public void Of_front_matter_with_conditions()
    {
        var schema = Learn("eip-template.md");
        Assert.Equal(["title", "description", "author", "discussions-to", "status", "type", "category", "created", "requires"], schema.All<Demand.Field>().Select(f => f.Name));
        Assert.Equal("Draft", schema.Field("status").Initial);
        Assert.Equal(["Core", "Networking", "Interface", "ERC"], schema.Field("category").Values);
        Assert.Equal([Requirement.Conditional, Requirement.Conditional], new[] { schema.Field("category").Requirement, schema.Field("requires").Requirement });
        Assert.Equal(["Motivation", "Chain Specifics", "Backwards Compatibility", "Reference Implementation"], schema.All<Demand.Section>().Where(s => s.Requirement == Requirement.Optional).Select(s => s.Text));
        Assert.Equal("This section is optional for non-Core EIPs", schema.Section("Test Cases").When.Text);
        Assert.Equal(("title", 44), (schema.All<Demand.Limit>().Single().Of, schema.All<Demand.Limit>().Single().Max));
        Assert.Equal(3, schema.Leftovers.Count(l => l.MayStayIn == "Draft"));
        Assert.Contains(schema.Leftovers, l => l.MayStay && l.Text.StartsWith("The key words", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_the_specification_template_that_wants_no_section_deleted()
    {
        var schema = Learn("2026.1-template.rst");
        Assert.Equal("{slug}.rst", schema.Naming?.Pattern);
        Assert.Contains(schema.All<Demand.Limit>(), l => l is { Unit: LimitUnit.Columns, Max: 79 });
        Assert.Equal(["Feature Liaison", "History"], schema.All<Demand.Section>().Where(s => s.Requirement != Requirement.Required).Select(s => s.Text));
        Assert.Empty(schema.Checklist);
    }
}
