using System.Collections.Frozen;

namespace Gavel.Rst;

/// <summary>The directives and roles that a parse knows. Immutable: <see cref="With(Directives.RstDirective)"/> gives a larger one.</summary>
public sealed class RstRegistry
{
    private readonly FrozenDictionary<string, Directives.RstDirective> _directives;
    private readonly FrozenDictionary<string, Roles.RstRole> _roles;

    private RstRegistry(FrozenDictionary<string, Directives.RstDirective> directives, FrozenDictionary<string, Roles.RstRole> roles)
    {
        _directives = directives;
        _roles = roles;
    }

    /// <summary>The standard directives and roles of docutils, of Sphinx and of the PEPs.</summary>
    public static RstRegistry Default { get; } = new(
        FrozenDictionary<string, Directives.RstDirective>.Empty,
        FrozenDictionary<string, Roles.RstRole>.Empty);

    /// <summary>A registry in which the directive takes the place of any with the same name.</summary>
    public RstRegistry With(Directives.RstDirective directive)
    {
        ArgumentNullException.ThrowIfNull(directive);
        return new(Put(_directives, directive.Name, directive), _roles);
    }

    /// <summary>A registry in which the role takes the place of any with the same name.</summary>
    public RstRegistry With(Roles.RstRole role)
    {
        ArgumentNullException.ThrowIfNull(role);
        return new(_directives, Put(_roles, role.Name, role));
    }

    /// <summary>Names are in lower case.</summary>
    public Directives.RstDirective? FindDirective(string name) => _directives.GetValueOrDefault(name);

    public Roles.RstRole? FindRole(string name) => _roles.GetValueOrDefault(name);

    private static FrozenDictionary<string, T> Put<T>(FrozenDictionary<string, T> all, string name, T value) =>
        new Dictionary<string, T>(all, StringComparer.Ordinal) { [name] = value }.ToFrozenDictionary(StringComparer.Ordinal);
}
