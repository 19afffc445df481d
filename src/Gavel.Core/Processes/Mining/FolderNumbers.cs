namespace Gavel.Core.Processes.Mining;

/// <summary>Whether folders share one sequence of numbers.</summary>
internal static class FolderNumbers
{
    /// <param name="folders">The numbers in each folder.</param>
    /// <returns>True where two of them begin with one: each then has numbers of its own.</returns>
    public static bool BeginAgain(IEnumerable<IEnumerable<int>> folders) => folders.Count(f => f.Where(n => n > 0).DefaultIfEmpty().Min() == 1) > 1;
}
