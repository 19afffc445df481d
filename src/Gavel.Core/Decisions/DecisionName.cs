using System.Globalization;
using System.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Decisions;

/// <summary>What the name of a decision file says: <c>2021-08-20T101500Z-approve-ann-3f9c.yml</c>.</summary>
internal sealed record DecisionName(DateTimeOffset? On, DecisionAction? Action, string? By)
{
    /// <summary>The folder below the root that holds a folder for each proposal.</summary>
    public const string Folder = ".gavel/decisions";

    private const string Form = "yyyy-MM-dd'T'HHmmss'Z'";
    private const int Length = 18; // of the time

    /// <returns>The proposal's id; null for a file that is no decision.</returns>
    public static string? ProposalOf(string path)
    {
        if (!path.StartsWith(Folder + "/", StringComparison.Ordinal) || !(path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal))) return null;
        var id = TreePath.FolderOf(path[(Folder.Length + 1)..]);
        return id.Length == 0 ? null : id;
    }

    public static string FolderOf(string proposal) => $"{Folder}/{proposal}";

    /// <summary>Never throws; what the name does not say is null.</summary>
    public static DecisionName Read(string path)
    {
        var name = TreePath.StemOf(path);
        if (name.Length < Length || !DateTimeOffset.TryParseExact(name.AsSpan(0, Length), Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var on))
            return new DecisionName(null, null, null);
        var parts = name.Length > Length + 1 ? name[(Length + 1)..].Split('-') : [];
        if (parts.Length == 0 || ActionOf(parts[0]) is not { } action) return new DecisionName(on, null, null);
        var person = parts.Length > 2 ? string.Join('-', parts[1..^1]) : null;
        return new DecisionName(on, action, person is { Length: > 0 } ? person : null);
    }

    /// <param name="digest">Hex digits of the file's content.</param>
    public static string Write(string proposal, DateTimeOffset on, DecisionAction action, string by, string digest) =>
        $"{FolderOf(proposal)}/{on.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture)}-{WordOf(action)}-{Slug(by)}-{digest[..4]}.yml";

    public static string WordOf(DecisionAction action) => action switch
    {
        DecisionAction.Approve => "approve",
        DecisionAction.Object => "object",
        DecisionAction.Resolve => "resolve",
        DecisionAction.Hold => "hold",
        DecisionAction.Vote => "vote",
        _ => "move",
    };

    /// <returns>Null for a word that is no action.</returns>
    public static DecisionAction? ActionOf(string word)
    {
        foreach (var action in Enum.GetValues<DecisionAction>())
        {
            if (string.Equals(WordOf(action), word, StringComparison.OrdinalIgnoreCase)) return action;
        }
        return null;
    }

    private static string Slug(string person)
    {
        var slug = new StringBuilder();
        foreach (var c in person)
        {
            if (char.IsLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length == 40) break;
        }
        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "somebody" : text;
    }
}
