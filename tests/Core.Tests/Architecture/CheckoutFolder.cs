namespace Core.Tests.Architecture;

/// <summary>The checkout that the tests were built from, and the corpora beside it.</summary>
public static class CheckoutFolder
{
    public static string Root { get; } = FindUpwards(folder => File.Exists(Path.Combine(folder, "Gavel.slnx")))
        ?? throw new InvalidOperationException("the tests run from outside a checkout");

    /// <summary><c>$GAVEL_SHARED</c>, else <c>shared/</c> beside any ancestor of the checkout; null where there is none.</summary>
    public static string? Shared { get; } = Environment.GetEnvironmentVariable("GAVEL_SHARED") is { Length: > 0 } named && Directory.Exists(named)
        ? named
        : FindUpwards(folder => Directory.Exists(Path.Combine(folder, "shared", "corpora"))) is { } found ? Path.Combine(found, "shared") : null;

    private static string? FindUpwards(Func<string, bool> isIt)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (isIt(folder.FullName)) return folder.FullName;
        return null;
    }
}
