namespace Gavel.Core.Checking.Rules.Leftovers;

/// <summary>Words of template text.</summary>
internal static class LeftoverWords
{
    /// <summary>How an answer begins that says that there is nothing.</summary>
    public static readonly string[] Negations = ["no", "none", "nothing", "not applicable", "n/a", "there are no", "there is no"];
}
