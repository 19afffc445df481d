namespace Gavel.Rst.Directives;

/// <summary>A directive that a registry knows.</summary>
public abstract class RstDirective(string name)
{
    /// <summary>In lower case.</summary>
    public string Name { get; } = name;
}
