using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Templates;

namespace Gavel.Core.Processes;

/// <summary>Applies what gavel.yml says of sections and fields to what a template says.</summary>
internal static class SchemaOverrides
{
    public static Schema Apply(Schema schema, ProcessConfiguration configuration)
    {
        if (configuration.Sections.IsEmpty && configuration.Fields.IsEmpty) return schema;
        var demands = schema.Demands.ToBuilder();
        foreach (var section in configuration.Sections) Section(demands, section);
        foreach (var field in configuration.Fields) Field(demands, field);
        return schema with { Demands = demands.ToImmutable() };
    }

    private static void Section(ImmutableArray<Demand>.Builder demands, SectionOverride by)
    {
        var source = new Reason.Configuration(by.At, by.Line);
        var at = IndexOf(demands, d => d is Demand.Section s && SameWords(s.Text, by.Heading));
        var key = at >= 0 ? demands[at].Key : $"section:{by.Heading.ToLowerInvariant()}";
        var demand = at >= 0 ? (Demand.Section)demands[at] : new Demand.Section(by.Heading, 2) { Key = key, Source = source, Order = int.MaxValue, Requirement = Requirement.Optional };
        demand = (Demand.Section)Required(demand with { Aliases = [.. demand.Aliases, .. by.Aliases] }, by.IsRequired, by.RequiredFrom, source);
        if (at >= 0) demands[at] = demand;
        else demands.Add(demand);
        if (by.MaxWords is not { } words) return;
        for (var i = demands.Count - 1; i >= 0; i--)
        {
            if (demands[i] is Demand.Limit { Unit: LimitUnit.Words } limit && string.Equals(limit.SectionKey, key, StringComparison.Ordinal)) demands.RemoveAt(i);
        }
        demands.Add(new Demand.Limit(key, LimitUnit.Words, words) { Key = $"limit:{key}:words", Source = source });
    }

    private static void Field(ImmutableArray<Demand>.Builder demands, FieldOverride by)
    {
        var source = new Reason.Configuration(by.At, by.Line);
        var at = IndexOf(demands, d => d is Demand.Field f && string.Equals(f.Name, by.Name, StringComparison.OrdinalIgnoreCase));
        var demand = at >= 0 ? (Demand.Field)demands[at] : new Demand.Field(by.Name, FieldKind.Text) { Key = $"field:{by.Name.ToLowerInvariant()}", Source = source, Order = int.MaxValue, Requirement = Requirement.Optional };
        if (by.Kind is { } kind) demand = demand with { Kind = Enum.Parse<FieldKind>(kind, ignoreCase: true), Source = source };
        if (by.Values.Length > 0) demand = demand with { Kind = FieldKind.Enum, Values = by.Values, Source = source, Confidence = Confidence.High };
        demand = (Demand.Field)Required(demand, by.IsRequired, by.RequiredFrom, source);
        if (at >= 0) demands[at] = demand;
        else demands.Add(demand);
    }

    private static Demand Required(Demand demand, bool? isRequired, string? from, Reason source)
    {
        if (isRequired is { } required)
        {
            demand = demand with { Requirement = required ? Requirement.Required : Requirement.Optional, When = Condition.Always, Source = source, Confidence = Confidence.High };
            if (demand is Demand.Field field) demand = field with { MayBeEmpty = !required };
        }
        return from is null ? demand : demand with { Requirement = Requirement.Required, When = new Condition(FromStatus: from), Source = source, Confidence = Confidence.High };
    }

    private static bool SameWords(string a, string b) => string.Equals(Mining.Traits.Fold(a), Mining.Traits.Fold(b), StringComparison.Ordinal);

    private static int IndexOf(ImmutableArray<Demand>.Builder demands, Func<Demand, bool> is_)
    {
        for (var i = 0; i < demands.Count; i++)
        {
            if (is_(demands[i])) return i;
        }
        return -1;
    }
}
