using Gavel.Web.Publishing;

namespace Web.Tests.Publishing;

public class A_site_that_is_read_only
{
    [Fact]
    public void It_is_given_up_all_the_same_when_another_takes_its_place()
    {
        if (OperatingSystem.IsWindows()) return; // it has other permissions
        var place = Directory.CreateTempSubdirectory("gavel-swap-").FullName;
        var folder = Path.Combine(place, "site");
        Directory.CreateDirectory(Path.Combine(folder, "a", "b"));
        File.WriteAllText(Path.Combine(folder, "a", "b", "index.html"), "x");
        foreach (var part in (string[])[Path.Combine(folder, "a", "b"), Path.Combine(folder, "a"), folder]) File.SetUnixFileMode(part, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        FolderSwap.Discard(folder);
        Assert.False(Directory.Exists(folder));
        Directory.Delete(place);
    }
}
