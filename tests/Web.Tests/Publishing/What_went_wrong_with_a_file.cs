using Gavel.Storage.Files;
using Gavel.Web.Publishing;

namespace Web.Tests.Publishing;

public class What_went_wrong_with_a_file
{
    [Fact]
    public void It_is_said_in_words_where_the_platform_gives_names_of_texts()
    {
        Assert.Equal("/a/site.new: permission denied", FileFault.TextOf(new UnauthorizedAccessException("UnauthorizedAccess_IODenied_Path, /a/site.new")));
        Assert.Equal("/a/b, c.md: there is no such file", FileFault.TextOf(new FileNotFoundException("IO_FileNotFound_FileName, /a/b, c.md")));
        Assert.Equal("/a: it is there already", FileFault.TextOf(new IOException("IO_AlreadyExists_Name, /a")));
        if (OperatingSystem.IsLinux()) Assert.Equal("/a: no space left on device", FileFault.TextOf(new IOException("IO_Unknown_Name, /a", 28)));
    }

    [Theory]
    [InlineData("The disk is full")]
    [InlineData("snake_case is no name of a text, this is a sentence")]
    [InlineData("")]
    public void Words_stay_as_they_are(string words) => Assert.Equal(words, FileFault.TextOf(new IOException(words)));

    [Fact]
    public void A_folder_that_somebody_made_read_only_is_given_up_all_the_same()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "skipped: Windows has other permissions");
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
