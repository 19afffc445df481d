using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Text;

namespace Gavel.Core.Decisions;

/// <summary>Reads one decision file. What is missing but stands in the file's name is taken from there and told.</summary>
internal sealed class DecisionText(SourceText text, string proposal, DecisionName name, ImmutableArray<Diagnostic>.Builder faults)
{
    private static readonly string[] Keys = ["action", "by", "recordedBy", "on", "effective", "at", "files", "note", "vote", "from", "to", "ends", "forced", "moved"];
    private static readonly string[] Votes = ["for", "against", "abstain"];
    private static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd' 'HH:mm:ssK", "yyyy-MM-dd'T'HHmmssK", "yyyy-MM-dd"];

    /// <returns>Null, with a fault, where the file does not say who did what and when.</returns>
    public Decision? Read()
    {
        var (node, fault) = YamlReader.Read(text);
        if (fault is not null || node is not YamlNode.Mapping root)
        {
            Add(fault?.Span ?? default, Severity.Error, $"this decision cannot be read: {fault?.Message ?? "it is no mapping of keys such as 'action' and 'by'"}");
            return null;
        }
        foreach (var entry in root.Entries.Where(e => !Keys.Contains(e.Key.Value, StringComparer.Ordinal)))
            Add(entry.Key.Span, Severity.Warning, $"a decision has no key '{entry.Key.Value}'", ConfigurationFaults.Suggest(entry.Key.Value, Keys));
        foreach (var twice in root.Entries.GroupBy(e => e.Key.Value, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
            Add(twice.Key.Span, Severity.Warning, $"the key '{twice.Key.Value}' stands here twice; the first one counts");
        if (ActionOf(root) is not { } action || PersonOf(root) is not { } by || TimeOf(root) is not { } on) return null;
        var vote = String(root, "vote")?.ToLowerInvariant();
        if (action == DecisionAction.Vote && !Votes.Contains(vote, StringComparer.Ordinal))
        {
            Add(SpanOf(root, "vote"), Severity.Error, vote is null ? "this vote says neither for nor against" : $"a vote is for, against or abstain, not '{vote}'");
            return null;
        }
        return new Decision(text.Path, proposal, action, by, String(root, "recordedBy") ?? by, on, DateOf(root), BlobOf(root), String(root, "note"))
        {
            Files = FilesOf(root),
            Vote = action == DecisionAction.Vote ? vote : null,
            From = String(root, "from"),
            To = String(root, "to"),
            Ends = action == DecisionAction.Resolve ? String(root, "ends") : null,
            IsForced = String(root, "forced") is "true",
            Moved = String(root, "moved"),
        };
    }

    public static Diagnostic Fault(Place at, Severity severity, string message, string? help) =>
        new("decision-unreadable", severity, at, message, new Reason.Standard("the form of a decision file")) { Help = help, Subject = message };

    private DecisionAction? ActionOf(YamlNode.Mapping root)
    {
        var word = String(root, "action");
        if (word is not null && DecisionName.ActionOf(word) is { } action)
        {
            if (name.Action is { } other && other != action) Add(SpanOf(root, "action"), Severity.Warning, $"the file says '{word}', its name '{DecisionName.WordOf(other)}'; what the file says counts");
            return action;
        }
        var known = Enum.GetValues<DecisionAction>().Select(DecisionName.WordOf).ToArray();
        if (word is not null)
            Add(SpanOf(root, "action"), Severity.Error, $"'{word}' is no action of a decision", ConfigurationFaults.Suggest(word, known) ?? $"Known are {string.Join(", ", known)}.");
        else if (name.Action is { } named)
            Add(default, Severity.Warning, $"this decision lacks 'action'; its name says '{DecisionName.WordOf(named)}'");
        else
            Add(default, Severity.Error, "this decision does not say what was decided", "Write 'action' with one of " + string.Join(", ", known) + ".");
        return word is null ? name.Action : null;
    }

    private string? PersonOf(YamlNode.Mapping root)
    {
        if (String(root, "by") is { } by) return by;
        Add(SpanOf(root, "by"), name.By is null ? Severity.Error : Severity.Warning, name.By is null ? "this decision does not say who made it" : $"this decision lacks 'by'; its name says '{name.By}'");
        return name.By;
    }

    private DateTimeOffset? TimeOf(YamlNode.Mapping root)
    {
        var written = String(root, "on");
        if (written is not null && Instant(written) is { } on) return on;
        var message = written is null ? "this decision does not say when it was recorded" : $"'{written}' is no time such as 2021-08-20T10:15:00Z";
        Add(SpanOf(root, "on"), name.On is null ? Severity.Error : Severity.Warning, name.On is null ? message : message + "; its name does");
        return name.On;
    }

    private DateOnly? DateOf(YamlNode.Mapping root)
    {
        if (String(root, "effective") is not { } written) return null;
        if (ConfigurationValues.Date(written) is { } date) return date;
        Add(SpanOf(root, "effective"), Severity.Warning, $"'{written}' is no date such as 2021-08-20");
        return null;
    }

    private ContentId? BlobOf(YamlNode.Mapping root)
    {
        if (String(root, "at") is not { } written) return null;
        if (written.Length is >= 7 and <= 64 && written.All(char.IsAsciiHexDigit)) return new ContentId(written.ToLowerInvariant());
        Add(SpanOf(root, "at"), Severity.Warning, $"'{written}' is no blob id of git: nobody can tell which text this decision is about");
        return new ContentId(written);
    }

    private ImmutableArray<DecidedFile> FilesOf(YamlNode.Mapping root)
    {
        switch (root.Find("files"))
        {
            case null or YamlNode.Scalar { IsNull: true }: return default;
            case YamlNode.Mapping files:
                return [.. files.Entries.Where(e => e.Value is YamlNode.Scalar { IsNull: false }).Select(e => new DecidedFile(e.Key.Value, new ContentId(((YamlNode.Scalar)e.Value).Value.Trim().ToLowerInvariant())))];
            case var other:
                Add(other.Span, Severity.Warning, "'files' is no list of file names with their blob ids");
                return default;
        }
    }

    private static DateTimeOffset? Instant(string value) =>
        DateTimeOffset.TryParseExact(value, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var on) ? on.ToUniversalTime() : null;

    private static string? String(YamlNode.Mapping root, string key) =>
        root.Find(key) is YamlNode.Scalar { IsNull: false } value && value.Value.Trim() is { Length: > 0 } words ? words : null;

    private static TextSpan SpanOf(YamlNode.Mapping root, string key) => root.Find(key)?.Span ?? default;

    private void Add(TextSpan span, Severity severity, string message, string? help = null)
    {
        // What is missing is shown at the first line.
        if (span.IsEmpty && text.Chars.Length > 0) span = text.Lines.SpanOf(1) is { IsEmpty: false } first ? first : new TextSpan(0, 1);
        faults.Add(Fault(Place.In(text, span), severity, message, help));
    }
}
