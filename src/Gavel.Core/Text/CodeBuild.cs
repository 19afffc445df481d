namespace Gavel.Core.Text;

/// <summary>The build of this code: another one may give other values, so that what is kept is kept under it.</summary>
internal static class CodeBuild
{
    /// <summary>32 hex digits.</summary>
    public static string Id { get; } = Hex.Of(typeof(CodeBuild).Module.ModuleVersionId.ToByteArray()); // Guid.ToString is vector code that is compiled at start
}
