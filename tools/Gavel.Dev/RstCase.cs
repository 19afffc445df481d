using System.Text.Json;
using Gavel.Rst;
using Gavel.Rst.Tree;

namespace Gavel.Dev;

/// <summary>One case of docutils' own tests, as <c>docutils-cases.jsonl</c> holds it.</summary>
public sealed record RstCase(string Suite, string Group, int Index, string Input, string Kind, JsonElement Data)
{
    /// <summary>Cases that need files, the clock, a highlighter or directives of the test suite.</summary>
    public bool NeedsEnvironment => Data.TryGetProperty("env", out var env) && env.GetBoolean();

    public string Name => $"{Suite}|{Group}|{Index}";

    public string? Expected => Data.TryGetProperty("expected_pseudo_xml", out var xml) ? xml.GetString() : null;

    public static IEnumerable<RstCase> Load(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0) continue;
            var data = JsonDocument.Parse(line).RootElement;
            yield return new RstCase(Text(data, "suite"), Text(data, "group"), data.GetProperty("index").GetInt32(), Text(data, "input"), Text(data, "kind"), data);
        }
    }

    /// <summary>The options that the case's settings and tags ask for.</summary>
    public RstOptions Options()
    {
        var options = RstOptions.Default with { SourceName = "test data", Registry = RstTestRegistry.Docutils };
        var tags = Data.TryGetProperty("tags", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(static t => t.GetString()).ToArray() : [];
        if (tags.Contains("rfc2822")) options = options with { Rfc2822Header = true };
        if (!Data.TryGetProperty("settings", out var settings) || settings.ValueKind != JsonValueKind.Object) return options;
        foreach (var setting in settings.EnumerateObject())
        {
            var value = setting.Value;
            options = setting.Name switch
            {
                "legacy_ids" => options with { LegacyIds = value.GetBoolean() },
                "auto_id_prefix" => options with { AutoIdPrefix = value.GetString()! },
                "id_prefix" => options with { IdPrefix = value.GetString()! },
                "character_level_inline_markup" => options with { CharacterLevelInlineMarkup = value.GetBoolean() },
                "docinfo_xform" => options with { DocInfoTransform = Flag(value) },
                "doctitle_xform" => options with { DocTitleTransform = Flag(value) },
                "sectsubtitle_xform" => options with { SectionSubtitleTransform = Flag(value) },
                "sectnum_xform" => options with { SectionNumbering = Flag(value) },
                "language_code" => options with { LanguageCode = value.GetString()! },
                "line_length_limit" => options with { LineLengthLimit = value.GetInt32() },
                "pep_references" => options with { PepReferences = Flag(value) },
                "rfc_references" => options with { RfcReferences = Flag(value) },
                "report_level" => options with { ReportLevel = (RstSeverity)value.GetInt32() },
                "strip_comments" => options with { StripComments = Flag(value) },
                "trim_footnote_ref_space" or "trim_footnote_reference_space" => options with { TrimFootnoteReferenceSpace = Flag(value) },
                "raw_enabled" => options with { RawEnabled = Flag(value) },
                "smart_quotes" => options with
                {
                    SmartQuotes = value.ValueKind == JsonValueKind.String || Flag(value),
                    SmartQuotesAlternative = value.ValueKind == JsonValueKind.String,
                },
                "smartquotes_locales" => options with
                {
                    SmartQuotesLocales = value.EnumerateArray().ToDictionary(static l => l[0].GetString()!, static l => l[1].GetString()!, StringComparer.Ordinal),
                },
                "expose_internals" => options with { ExposedInternals = [.. value.EnumerateArray().Select(static n => n.GetString()!)] },
                _ => options,
            };
        }

        return options;
    }

    private static string Text(JsonElement data, string name) => data.GetProperty(name).GetString() ?? "";

    private static bool Flag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Number => value.GetInt32() != 0,
        _ => false,
    };
}
