using System.Collections.Frozen;

namespace Gavel.Rst.Directives;

/// <summary>A directive that a registry knows.</summary>
public abstract class RstDirective(string name)
{
    /// <summary>In lower case.</summary>
    public string Name { get; } = name;

    public virtual int RequiredArguments => 0;

    public virtual int OptionalArguments => 0;

    /// <summary>Whether the last argument may contain white space.</summary>
    public virtual bool FinalArgumentHasSpaces => false;

    public virtual bool HasContent => false;

    /// <summary>The options that it takes; null if it takes none, so that a field list at its start is content.</summary>
    public virtual FrozenDictionary<string, RstOptionReader>? Options => null;

    /// <summary>Whether options that <see cref="Options"/> does not name are kept as text instead of being faults.</summary>
    public virtual bool TakesAnyOption => false;

    /// <summary>Makes the nodes for one use of the directive.</summary>
    public abstract void Run(RstDirectiveCall call);

    protected static FrozenDictionary<string, RstOptionReader> OptionTable(params (string Name, RstOptionReader Reader)[] options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.ToFrozenDictionary(static o => o.Name, static o => o.Reader, StringComparer.Ordinal);
    }
}
