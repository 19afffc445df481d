using System.Text;
using Gavel.Core.Processes;

namespace Gavel.Dev;

/// <summary>The reference of gavel.yml, from the table that reads it.</summary>
internal static class ConfigurationPage
{
    private const string Intro = """
        # gavel.yml

        Generated from the table that reads it; the [JSON Schema](schema/gavel.yml.schema.json) says the same to an editor.

        `gavel.yml` stands in the root of the repository. Without it Gavel mines the processes and their statuses; what it says wins over what was mined
        and over what the template says, and what it asks for is asked of every proposal, also where most lack it. Only `version`, and for each process `name`, `template` and `files`, are needed. Errors name the line and
        the key, and suggest the nearest valid one.

        ```yaml
        version: 1
        processes:
          - name: RFC
            template: rfcs/0000-template.md
            files: rfcs/{number}-{slug}.md
            index: rfcs/README.md
            statuses:
              Draft: { kind: draft }
              Accepted: { kind: accepted, aliases: [Approved] }
        rules: { section-missing: warning, "leftover-*": off }
        ```

        A pattern of files holds `{number}`, `{slug}`, `{date}`, `{status}` and `{folder}`. Statuses compare without case and markup; a configured
        alias in a proposal is a warning with a safe fix, a value outside every name an error. Times are in hours,
        days, weeks (7 days), months (30 days) and years (365 days).


        """;

    public static string Render()
    {
        var text = new StringBuilder(Intro);
        text.Append("| key | value | meaning |\n| --- | --- | --- |\n");
        Append(text, "", ConfigurationKeys.Root);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string path, ConfigurationKey parent)
    {
        foreach (var key in parent.Keys)
        {
            var name = path.Length == 0 ? key.Name : $"{path}.{key.Name}";
            var (deepest, suffix) = Inner(key);
            text.Append($"| `{name}{suffix}` | {Kind(key, deepest)}{(key.IsRequired ? ", needed" : "")} | {key.Doc.Replace("|", "\\|", StringComparison.Ordinal)}{(key.Default.Length > 0 ? $" Default: `{key.Default}`." : "")} |\n");
            if (deepest.Type == ConfigurationType.Object) Append(text, name + suffix, deepest);
        }
    }

    /// <summary>What a list or a map is of, and how its place is written in a path.</summary>
    private static (ConfigurationKey Key, string Suffix) Inner(ConfigurationKey key)
    {
        var suffix = "";
        while (key.Item is { } item)
        {
            suffix += key.Type == ConfigurationType.Map ? ".NAME" : item.Type is ConfigurationType.Object or ConfigurationType.Map ? "[]" : "";
            key = item;
        }
        return (key, suffix);
    }

    private static string Kind(ConfigurationKey key, ConfigurationKey inner) => key.Type switch
    {
        ConfigurationType.Choice => string.Join(", ", key.Allowed.Select(a => $"`{a}`")),
        ConfigurationType.List when key.Item?.Type == ConfigurationType.Map => $"list of maps to {Word(inner)}",
        ConfigurationType.List => $"list of {Word(inner)}",
        ConfigurationType.OneOrMore => $"{Word(inner)}, or a list",
        ConfigurationType.Map => $"map to {Word(inner)}",
        _ => Word(key),
    };

    private static string Word(ConfigurationKey key) => key.Type switch
    {
        ConfigurationType.IdName => "word",
        ConfigurationType.Whole => "number",
        ConfigurationType.Flag => "`true`, `false`",
        ConfigurationType.Numbers => "`7` or `1-15`",
        ConfigurationType.Duration => "`72h`, `180d`, `2w`, `6m`, `1y`",
        ConfigurationType.Approvals => "`2`, `all`, `all-2`, `majority`",
        ConfigurationType.Choice => string.Join(", ", key.Allowed.Select(a => $"`{a}`")),
        _ => key.Type.ToString().ToLowerInvariant(),
    };
}
