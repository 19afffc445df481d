using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Decisions;

/// <summary>Writes decision files: one for each event, so that two never conflict in a merge, readable without this tool.</summary>
public static class DecisionWriter
{
    /// <param name="decision">Its path is not looked at.</param>
    /// <returns>The file, and the decision with the path that it got.</returns>
    public static (NewFile File, Decision Decision) Write(Decision decision)
    {
        var content = Render(decision);
        var digest = ContentId.Of(Encoding.UTF8.GetBytes(content)).Sha;
        var path = DecisionName.Write(decision.Proposal, decision.On, decision.Action, decision.By, digest);
        return (new NewFile(path, content), decision with { Path = path });
    }

    /// <summary>When a new decision is recorded: to the second, and after every earlier one on the same proposal, so that the order in which people decided survives a clock that stands still or runs back.</summary>
    public static DateTimeOffset After(ImmutableArray<Decision> earlier, DateTimeOffset now)
    {
        var second = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
        // One that claims to be of tomorrow or later does not drag the others along.
        foreach (var decision in earlier.Where(d => d.On >= second && d.On - second < TimeSpan.FromDays(1)))
        {
            if (decision.On >= second) second = decision.On.AddSeconds(1);
        }
        return second;
    }

    private static string Render(Decision decision)
    {
        var text = new StringBuilder();
        Line("action", DecisionName.WordOf(decision.Action));
        Line("by", decision.By);
        Line("recordedBy", decision.RecordedBy);
        text.Append("on: ").Append(decision.On.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)).Append('\n');
        text.Append("effective: ").Append(decision.Effective is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "null").Append('\n');
        // In quotes: digits alone, or digits around an e, are a number to some readers of YAML.
        text.Append("at: ").Append(decision.At is { } blob ? $"\"{blob.Sha}\"" : "null").Append('\n');
        if (!decision.Files.IsDefault) text.Append(decision.Files.IsEmpty ? "files: {}\n" : "files:\n");
        foreach (var file in decision.Files.IsDefault ? [] : decision.Files) text.Append("  ").Append(Scalar(file.Name)).Append(": \"").Append(file.Id.Sha).Append("\"\n");
        if (decision.Vote is not null) Line("vote", decision.Vote);
        if (decision.From is not null || decision.To is not null)
        {
            Line("from", decision.From);
            Line("to", decision.To);
        }
        if (decision.Ends is not null) Line("ends", decision.Ends);
        if (decision.IsForced) text.Append("forced: true\n");
        if (decision.Moved is not null) Line("moved", decision.Moved);
        Line("note", decision.Note);
        return text.ToString();

        void Line(string key, string? value) => text.Append(key).Append(": ").Append(value is null ? "null" : Scalar(value)).Append('\n');
    }

    // A double-quoted scalar (YAML 1.2, section 7.3.1) unless the plain one reads back the same.
    private static string Scalar(string value)
    {
        if (IsPlain(value)) return value;
        var text = new StringBuilder("\"");
        foreach (var rune in value.EnumerateRunes()) // half a character becomes U+FFFD: a file is UTF-8
        {
            switch (rune.Value)
            {
                case '"' or '\\': text.Append('\\').Append((char)rune.Value); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ' or >= 0x7F and <= 0x9F or 0x2028 or 0x2029 or 0xFEFF: text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"); break;
                default: text.Append(rune.ToString()); break;
            }
        }
        return text.Append('"').ToString();
    }

    private static bool IsPlain(string value) =>
        value.Length > 0 && char.IsLetter(value[0]) && !char.IsWhiteSpace(value[^1]) && value.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '/' or '@' or '(' or ')' or ';' or '\'')
        && value.ToLowerInvariant() is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n");
}
