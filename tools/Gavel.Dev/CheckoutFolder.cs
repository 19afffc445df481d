namespace Gavel.Dev;

/// <summary>The checkout that the tool was built from: the nearest ancestor, of here or of the program, with the solution in it.</summary>
internal static class CheckoutFolder
{
    public static string Find()
    {
        foreach (var start in (string[])[Environment.CurrentDirectory, AppContext.BaseDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "Gavel.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException("run this inside of a checkout of Gavel");
    }
}
