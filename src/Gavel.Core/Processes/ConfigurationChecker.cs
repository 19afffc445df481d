using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Text;

namespace Gavel.Core.Processes;

/// <summary>Holds the nodes of gavel.yml to the table of keys.</summary>
internal sealed class ConfigurationChecker(ConfigurationFaults faults, ImmutableArray<string> knownRules)
{
    private const string Unseen = "has a character that nobody can see";

    private readonly HashSet<YamlNode> _sound = new(ReferenceEqualityComparer.Instance);

    /// <returns>The nodes that are of the type that their key asks for.</returns>
    public HashSet<YamlNode> Check(YamlNode.Mapping root)
    {
        Value(root, ConfigurationKeys.Root, "");
        return _sound;
    }

    private void Value(YamlNode node, ConfigurationKey key, string name)
    {
        var isSound = key.Type switch
        {
            ConfigurationType.Object => Object(node, key, name),
            ConfigurationType.Map => Map(node, key, name),
            ConfigurationType.Rules => Rules(node, name),
            ConfigurationType.List => List(node, key, name),
            ConfigurationType.OneOrMore => node is YamlNode.Sequence ? List(node, key, name) : One(node, key.Item!, name),
            _ => Scalar(node, key, name),
        };
        if (isSound) _sound.Add(node);
    }

    private bool One(YamlNode node, ConfigurationKey item, string name)
    {
        Value(node, item, name);
        return _sound.Contains(node);
    }

    private bool Object(YamlNode node, ConfigurationKey key, string name)
    {
        if (node is YamlNode.Scalar { IsNull: true } && !key.Keys.Any(k => k.IsRequired)) return true;
        if (node is not YamlNode.Mapping mapping) return Wrong(node, name, $"must have keys: {string.Join(", ", key.Keys.Select(k => k.Name))}");
        var meant = new HashSet<string>(StringComparer.Ordinal); // required keys that are misspelled rather than missing
        foreach (var entry in Unique(mapping))
        {
            var known = key.Keys.FirstOrDefault(k => string.Equals(k.Name, entry.Key.Value, StringComparison.Ordinal));
            if (known is null)
            {
                Unknown(entry.Key, key.Keys.Select(k => k.Name), name);
                meant.Add(Spelling.Nearest(entry.Key.Value, key.Keys.Select(k => k.Name)) ?? "");
            }
            else if (entry.Value is YamlNode.Scalar { IsNull: true } && known.IsRequired) faults.Add(entry.Key.Span, $"'{known.Name}' has no value");
            else if (entry.Value is not YamlNode.Scalar { IsNull: true }) Value(entry.Value, known, known.Name);
        }
        foreach (var required in key.Keys.Where(k => k.IsRequired && mapping.Find(k.Name) is null && !meant.Contains(k.Name)))
        {
            faults.Add(FirstLine(mapping.Span), $"{(name.Length == 0 ? "the file" : $"'{name}'")} lacks the key '{required.Name}'", required.Doc);
        }
        return true;
    }

    private bool Map(YamlNode node, ConfigurationKey key, string name)
    {
        if (node is not YamlNode.Mapping mapping) return Wrong(node, name, "must be a mapping of names to values");
        foreach (var entry in Unique(mapping, StringComparer.OrdinalIgnoreCase))
        {
            if (IsUnseen(entry.Key.Value)) Wrong(entry.Key, entry.Key.Value, Unseen);
            Value(entry.Value, key.Item!, entry.Key.Value);
        }
        return true;
    }

    private bool List(YamlNode node, ConfigurationKey key, string name)
    {
        if (node is not YamlNode.Sequence list) return Wrong(node, name, "must be a list");
        foreach (var item in list.Items) Value(item, key.Item!, name);
        return true;
    }

    private bool Rules(YamlNode node, string name)
    {
        if (node is not YamlNode.Mapping mapping) return Wrong(node, name, "must be a mapping of rules to severities");
        foreach (var entry in Unique(mapping))
        {
            RuleName(entry.Key);
            if (entry.Value is YamlNode.Scalar { Value: var value } && ConfigurationKeys.Severities.Contains(value, StringComparer.Ordinal)) _sound.Add(entry.Value);
            else Choice(entry.Value, entry.Key.Value, ConfigurationKeys.Severities);
        }
        return true;
    }

    private bool Scalar(YamlNode node, ConfigurationKey key, string name)
    {
        if (node is not YamlNode.Scalar scalar) return Wrong(node, name, "must be one value");
        var value = scalar.Value;
        switch (key.Type)
        {
            case ConfigurationType.Choice:
                return key.Allowed.Contains(value, StringComparer.Ordinal) || Choice(node, name, key.Allowed);
            case ConfigurationType.Version:
                return key.Allowed.Contains(value, StringComparer.Ordinal) || Wrong(node, name, $"is '{value}', but this tool knows version {key.Allowed[^1]} only");
            case ConfigurationType.Flag:
                return value is "true" or "false" || Wrong(node, name, $"is '{value}', expected true or false");
            case ConfigurationType.Whole:
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) || Wrong(node, name, $"is '{value}', expected a whole number");
            case ConfigurationType.Numbers:
                return ConfigurationValues.Numbers(value) is not null || Wrong(node, name, $"is '{value}', expected a number or a range such as 1-15");
            case ConfigurationType.Date:
                return ConfigurationValues.Date(value) is not null || Wrong(node, name, $"is '{value}', expected a date such as 2027-01-31");
            case ConfigurationType.Duration:
                return ConfigurationValues.Duration(value) is not null || Wrong(node, name, $"is '{value}', expected a duration such as 180d, 2w, 6m or 1y");
            case ConfigurationType.Approvals:
                return ConfigurationValues.Approvals(value) is not null || Wrong(node, name, $"is '{value}', expected a whole number, all, all-2 or majority");
            case ConfigurationType.Path or ConfigurationType.Pattern:
                return IsPath(scalar, name, key.Type == ConfigurationType.Pattern);
            case ConfigurationType.IdName when !ConfigurationValues.IsIdName(value):
                return Wrong(node, name, $"is '{value}', which no folder can be called, as ids are");
            case ConfigurationType.Rule:
                return RuleName(scalar);
            default:
                return value.Trim().Length > 0 ? !IsUnseen(value) || Wrong(node, name, Unseen) : Wrong(node, name, "has no value");
        }
    }

    // Names stand in ids, paths and messages: none may steer a terminal.
    private static bool IsUnseen(string value) => value.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'));

    private bool IsPath(YamlNode.Scalar node, string name, bool isPattern)
    {
        var path = node.Value;
        if (path.Trim().Length == 0) return Wrong(node, name, "has no value");
        if (path.Contains('\\', StringComparison.Ordinal)) return Wrong(node, name, $"is '{path}', expected / between folders");
        if (path.StartsWith('/') || path.Split('/').Contains("..", StringComparer.Ordinal)) return Wrong(node, name, $"is '{path}', expected a path below the root");
        if (!isPattern) return true;
        for (var open = path.IndexOf('{', StringComparison.Ordinal); open >= 0; open = path.IndexOf('{', open + 1))
        {
            var close = path.IndexOf('}', open);
            var placeholder = close < 0 ? path[open..] : path[open..(close + 1)];
            if (PatternToken.Placeholders.Contains(placeholder, StringComparer.Ordinal)) continue;
            faults.Add(node.Span, $"'{name}' has the unknown placeholder '{placeholder}'",
                ConfigurationFaults.Suggest(placeholder, PatternToken.Placeholders) ?? $"Known are {string.Join(' ', PatternToken.Placeholders)}.");
            return false;
        }
        return true;
    }

    private bool RuleName(YamlNode.Scalar node)
    {
        var rule = node.Value;
        if (knownRules.IsEmpty || RulePattern.Matches(rule, knownRules)) return true;
        faults.Add(node.Span, rule.Contains('*', StringComparison.Ordinal) ? $"'{rule}' matches no rule" : $"there is no rule '{rule}'",
            ConfigurationFaults.Suggest(rule.TrimEnd('*', '-'), knownRules) ?? "'gavel explain' lists the rules.");
        return false;
    }

    private IEnumerable<YamlEntry> Unique(YamlNode.Mapping mapping, StringComparer? comparer = null)
    {
        var seen = new Dictionary<string, TextSpan>(comparer ?? StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (seen.TryAdd(entry.Key.Value, entry.Key.Span)) yield return entry;
            else faults.Add(entry.Key.Span, $"the key '{entry.Key.Value}' stands here twice, first in line {faults.Text.Lines.LineOf(seen[entry.Key.Value].Start)}");
        }
    }

    private void Unknown(YamlNode.Scalar key, IEnumerable<string> names, string parent) =>
        faults.Add(key.Span, $"unknown key '{key.Value}'{(parent.Length == 0 ? "" : $" in '{parent}'")}",
            ConfigurationFaults.Suggest(key.Value, names) ?? $"Known are {string.Join(", ", names)}.");

    private bool Choice(YamlNode node, string name, IEnumerable<string> allowed)
    {
        var value = node is YamlNode.Scalar scalar ? scalar.Value : "";
        var help = ConfigurationFaults.Suggest(value, allowed);
        faults.Add(Shown(node), node is YamlNode.Scalar ? $"'{name}' is '{value}', expected one of {string.Join(", ", allowed)}" : $"'{name}' must be one of {string.Join(", ", allowed)}", help);
        return false;
    }

    private bool Wrong(YamlNode node, string name, string message)
    {
        faults.Add(Shown(node), $"{(name.Length == 0 ? "the file" : $"'{name}'")} {message}");
        return false;
    }

    private TextSpan Shown(YamlNode node) => FirstLine(node.Span);

    private TextSpan FirstLine(TextSpan span)
    {
        var end = faults.Text.Chars.AsSpan(span.Start, span.Length).IndexOfAny('\r', '\n');
        return end < 0 ? span : new TextSpan(span.Start, end);
    }
}
