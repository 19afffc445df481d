using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gavel.Core.Text;

namespace Gavel.Core.Checking;

/// <summary>The file of what is owed: JSON that people can read and merge, one line an entry, sorted.</summary>
public static class BaselineFile
{
    /// <summary>Where it stands below the root.</summary>
    public const string Path = ".gavel/baseline.json";

    private static readonly JavaScriptEncoder Plain = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <returns>No baseline, and a message that begins with the file's path, when the text is no baseline.</returns>
    public static (Baseline? Baseline, string? Fault) Parse(SourceText text)
    {
        try
        {
            using var json = JsonDocument.Parse(text.Chars, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("owed", out var owed) || owed.ValueKind != JsonValueKind.Array)
                return (null, $"{text.Path}: not a baseline: it has no list 'owed'");
            if (json.RootElement.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number != 1)
                return (null, $"{text.Path}: version {number} is not known to this gavel");
            var entries = ImmutableArray.CreateBuilder<BaselineEntry>();
            foreach (var item in owed.EnumerateArray())
            {
                if (item.ValueKind != JsonValueKind.Object || TextOf(item, "fingerprint") is not { Length: > 0 } fingerprint)
                    return (null, $"{text.Path}: not a baseline: entry {entries.Count + 1} has no 'fingerprint'");
                entries.Add(new BaselineEntry(fingerprint, TextOf(item, "rule") ?? "", TextOf(item, "proposal"), TextOf(item, "path") ?? ""));
            }
            return (new Baseline(entries.ToImmutable()), null);
        }
        catch (JsonException e)
        {
            return (null, $"{text.Path}:{e.LineNumber + 1}: not JSON");
        }
    }

    public static string Render(Baseline baseline)
    {
        var text = new StringBuilder("{\n  \"version\": 1,\n  \"owed\": [");
        var isFirst = true;
        foreach (var entry in Sorted(baseline.Entries))
        {
            text.Append(isFirst ? "\n    " : ",\n    ");
            isFirst = false;
            text.Append("{ \"path\": ").Append(Quote(entry.Path)).Append(", \"proposal\": ").Append(entry.Proposal is null ? "null" : Quote(entry.Proposal))
                .Append(", \"rule\": ").Append(Quote(entry.Rule)).Append(", \"fingerprint\": ").Append(Quote(entry.Fingerprint)).Append(" }");
        }
        return text.Append(isFirst ? "]\n}\n" : "\n  ]\n}\n").ToString();
    }

    /// <summary>A baseline that owes these findings.</summary>
    public static Baseline Of(IEnumerable<Finding> findings) =>
        new([.. Sorted(findings.Select(f => new BaselineEntry(f.Fingerprint, f.Diagnostic.Rule, f.Diagnostic.Proposal, f.Diagnostic.At.Path)).DistinctBy(e => e.Fingerprint, StringComparer.Ordinal))]);

    /// <summary>What is left of a baseline: entries that are still found; with <paramref name="add"/> also what is found besides.</summary>
    /// <param name="found">All findings, none of them held back by a baseline.</param>
    /// <param name="paths">The files that were checked; entries of others stay. Empty for all.</param>
    public static Baseline Update(Baseline baseline, IEnumerable<Finding> found, bool add, ImmutableArray<string> paths)
    {
        var now = Of(found);
        var scope = new CheckScope(paths);
        var known = now.Entries.Select(e => e.Fingerprint).ToHashSet(StringComparer.Ordinal);
        var kept = baseline.Entries.Where(e => known.Contains(e.Fingerprint) || !scope.Has(e.Path)).ToList();
        if (add)
        {
            var old = kept.Select(e => e.Fingerprint).ToHashSet(StringComparer.Ordinal);
            kept.AddRange(now.Entries.Where(e => !old.Contains(e.Fingerprint)));
        }
        return new Baseline([.. Sorted(kept)]);
    }

    private static IEnumerable<BaselineEntry> Sorted(IEnumerable<BaselineEntry> entries) =>
        entries.OrderBy(e => e.Path, StringComparer.Ordinal).ThenBy(e => e.Rule, StringComparer.Ordinal).ThenBy(e => e.Fingerprint, StringComparer.Ordinal);

    private static string? TextOf(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Quote(string text) => $"\"{Plain.Encode(text)}\"";
}
