using System.Globalization;

namespace Gavel.Web.Serving.Editing;

/// <summary>Branches that are made for what was written in a browser.</summary>
internal static class BranchNames
{
    /// <param name="about">An id; what no name of a branch may have becomes a dash.</param>
    public static string For(string about, DateTimeOffset now) =>
        $"gavel/{new string([.. about.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Trim('-')}-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
}
