using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Roles;

/// <summary>Finds a role by its name and runs it.</summary>
internal static class RoleRunner
{
    private static readonly GenericRole TitleReference = new("title-reference", RstKind.TitleReference);

    public static void Run(ParseState state, in TextRun run, in InterpretedPlace place, string? name, RstElement into, in InlineTarget target)
    {
        var call = new RstRoleCall(state, run, place, name, into, target);
        var role = name is null ? state.DefaultRole ?? TitleReference : Find(state, name, target.Messages, target.Line, call.Span);
        if (role is null) call.Fail($"Unknown interpreted text role \"{name}\".");
        else role.Run(call);
    }

    /// <summary>The role of that name; null, with what docutils says about it, if there is none.</summary>
    public static RstRole? Find(ParseState state, string name, List<RstNode> messages, int line, RstSpan span)
    {
        var lower = name.ToLowerInvariant();
        if (state.LocalRoles.TryGetValue(lower, out var local)) return local;
        var registry = state.Options.Registry;
        var language = state.Options.LanguageCode;
        if (RstLanguages.Role(language, lower) is { } canonical && registry.FindRole(canonical) is { } localised) return localised;
        var english = registry.FindRole(lower);
        if (english is not null && language == "en" && !UnimplementedRole.IsHidden(lower)) return english;
        var second = english is not null && !UnimplementedRole.IsHidden(lower)
            ? $"Using English fallback for role \"{name}\"."
            : $"Trying \"{name}\" as canonical role name.";
        var first = $"No role entry for \"{name}\" in module \"docutils.parsers.rst.languages.{language}\".";
        messages.Add(state.Document.Report(RstSeverity.Info, first + "\n" + second, line, span));
        return english;
    }
}
