namespace Gavel.Core.Checking.Rules.Relations;

/// <summary>Words of statuses.</summary>
internal static class RelationStatusWords
{
    /// <summary>Parts of words which say that another proposal took the place of this one.</summary>
    public static readonly string[] Succeeded = ["supersede", "supercede", "replace", "succeed", "obsoleted by", "subsumed"];
}
