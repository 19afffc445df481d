namespace Gavel.Rst.Roles;

/// <summary>A role of interpreted text that a registry knows.</summary>
public abstract class RstRole(string name)
{
    /// <summary>In lower case.</summary>
    public string Name { get; } = name;
}
