using System.Collections.Frozen;
using Gavel.Rst.Directives;
using Gavel.Rst.Roles;

namespace Gavel.Rst;

/// <summary>The directives and roles that a parse knows. Immutable: <see cref="With(RstDirective)"/> gives a larger one.</summary>
public sealed class RstRegistry
{
    private readonly FrozenDictionary<string, RstDirective> _directives;
    private readonly FrozenDictionary<string, RstRole> _roles;

    private RstRegistry(FrozenDictionary<string, RstDirective> directives, FrozenDictionary<string, RstRole> roles)
    {
        _directives = directives;
        _roles = roles;
    }

    /// <summary>The standard directives and roles of docutils and nothing else.</summary>
    public static RstRegistry Docutils { get; } = new(
        StandardSet.Directives().ToFrozenDictionary(StringComparer.Ordinal),
        StandardSet.Roles().ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>The standard directives and roles of docutils, of Sphinx and of the PEPs.</summary>
    public static RstRegistry Default { get; } = new(
        Merge(StandardSet.Directives(), SphinxSet.Directives()),
        Merge(StandardSet.Roles(), SphinxSet.Roles()));

    /// <summary>A registry in which the directive takes the place of any with the same name.</summary>
    public RstRegistry With(RstDirective directive)
    {
        ArgumentNullException.ThrowIfNull(directive);
        return new(Put(_directives, directive.Name, directive), _roles);
    }

    /// <summary>A registry in which the role takes the place of any with the same name.</summary>
    public RstRegistry With(RstRole role)
    {
        ArgumentNullException.ThrowIfNull(role);
        return new(_directives, Put(_roles, role.Name, role));
    }

    /// <summary>Names are in lower case; <c>py:function</c> is also found as <c>py:*</c>.</summary>
    public RstDirective? FindDirective(string name) => Find(_directives, name);

    /// <summary>A name with a domain (<c>py:class</c>, <c>external+py3.12:mod</c>) is also found as <c>py:*</c>, <c>external+*</c>.</summary>
    public RstRole? FindRole(string name) => Find(_roles, name);

    private static T? Find<T>(FrozenDictionary<string, T> all, string name)
        where T : class
    {
        if (all.TryGetValue(name, out var exact)) return exact;
        var cut = name.AsSpan().IndexOfAny(':', '+');
        return cut > 0 ? all.GetValueOrDefault(name[..(cut + 1)] + "*") : null;
    }

    private static FrozenDictionary<string, T> Merge<T>(Dictionary<string, T> first, Dictionary<string, T> second)
    {
        foreach (var (name, value) in second) first[name] = value;
        return first.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, T> Put<T>(FrozenDictionary<string, T> all, string name, T value) =>
        new Dictionary<string, T>(all, StringComparer.Ordinal) { [name] = value }.ToFrozenDictionary(StringComparer.Ordinal);
}
