using System.Collections.Immutable;
using Gavel.Core.Templates;

namespace Gavel.Web.Serving.Editing;

/// <summary>What a template says about a section, for the person who writes it.</summary>
internal static class Guidance
{
    private const int Most = 12;

    /// <param name="key">Of the section's demand; null for a section that the template does not know.</param>
    public static ImmutableArray<string> Of(Schema schema, string? key)
    {
        if (key is null) return [];
        var said = new List<string>();
        foreach (var leftover in schema.Leftovers.Where(l => l.Kind == LeftoverKind.Instruction && l.Section == key)) said.Add(leftover.Text);
        foreach (var prompt in schema.All<Demand.Prompt>().Where(p => p.SectionKey == key))
        {
            if (!said.Exists(s => s.Contains(prompt.Text, StringComparison.OrdinalIgnoreCase))) said.Add(prompt.Text);
        }
        foreach (var limit in schema.All<Demand.Limit>().Where(l => l.SectionKey == key)) said.Add($"At most {limit.Max} {limit.Unit.ToString().ToLowerInvariant()}.");
        return [.. said.Take(Most)];
    }
}
