using Gavel.Rst;

namespace Gavel.Dev;

/// <summary>What docutils itself knows: no directive or role of Sphinx, and the directive of its tests.</summary>
internal static class RstTestRegistry
{
    public static RstRegistry Docutils { get; } = RstRegistry.Docutils;
}
