using System.Collections.Frozen;

namespace Gavel.Rst.Roles;

/// <summary>A role of interpreted text that a registry knows.</summary>
public abstract class RstRole(string name)
{
    private static readonly FrozenDictionary<string, RstOptionReader> None = FrozenDictionary<string, RstOptionReader>.Empty;

    /// <summary>In lower case.</summary>
    public string Name { get; } = name;

    /// <summary>The options that a <c>role</c> directive based on this one takes besides <c>class</c>.</summary>
    public virtual FrozenDictionary<string, RstOptionReader> Options => None;

    /// <summary>Makes the nodes for one use of the role.</summary>
    public abstract void Run(RstRoleCall call);
}
