namespace Gavel.Rst;

/// <summary>Names of directives and roles in other languages than English.</summary>
internal static class RstLanguages
{
    /// <summary>The English name; null where the language has no such word.</summary>
    public static string? Role(string language, string name) => RstLanguagesData.Roles.GetValueOrDefault(language)?.GetValueOrDefault(name);

    /// <summary>A word that a directive puts into the document, in English where the language lacks it.</summary>
    public static string Label(string language, string name) =>
        RstLanguagesData.Labels.GetValueOrDefault(language)?.GetValueOrDefault(name) ?? RstLanguagesData.Labels["en"][name];

    public static string? Directive(string language, string name) => RstLanguagesData.Directives.GetValueOrDefault(language)?.GetValueOrDefault(name);
}
