using Gavel.Rst;
using Gavel.Rst.Transforms;

namespace Gavel.Dev;

/// <summary>Runs the transforms that a case names.</summary>
internal static class RstTransformCase
{
    public static void Apply(RstDocument document, RstCase one)
    {
        if (!one.Data.TryGetProperty("transforms", out var names)) return;
        RstTransforms.Apply(document, names.EnumerateArray().Select(static n => n.GetString() ?? ""));
    }
}
