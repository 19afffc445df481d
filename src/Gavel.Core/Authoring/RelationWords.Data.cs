namespace Gavel.Core.Authoring;

/// <summary>Names of fields that hold a relation, letters alone, lower case.</summary>
internal static class RelationWords
{
    public static readonly HashSet<string> Supersedes = new(StringComparer.Ordinal) { "supersedes", "replaces", "obsoletes", "superseding", "supersede", "replace" };

    public static readonly HashSet<string> SupersededBy = new(StringComparer.Ordinal) { "supersededby", "replacedby", "obsoletedby", "successor" };
}
