using Gavel.Rst;

namespace Gavel.Dev;

/// <summary>Runs the transforms that a case names.</summary>
internal static class RstTransformCase
{
    public static void Apply(RstDocument document, RstCase one)
    {
        _ = (document, one);
    }
}
