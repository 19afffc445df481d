namespace Gavel.Rst.Html;

/// <summary>What stands over a box that has no title of its own.</summary>
internal static class BoxTitles
{
    public static string Of(string name) => name switch
    {
        "seealso" => "See also",
        "versionadded" => "New in version",
        "versionchanged" => "Changed in version",
        "versionremoved" => "Removed in version",
        "deprecated" => "Deprecated since version",
        "todo" => "To do",
        "" => "",
        _ => char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ').Replace('_', ' '),
    };
}
