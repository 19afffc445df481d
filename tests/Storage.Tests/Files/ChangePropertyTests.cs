using Gavel.Core.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Files;

namespace Storage.Tests.Files;

/// <summary>Random changes against a model that is a dictionary: applied as the model says, or refused and nothing touched.</summary>
public sealed class ChangePropertyTests
{
    private static readonly string[] Names = ["a", "b", "d/a", "d/b", "d/e/a", "f/a", "f", "d", "d/e"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Any_change_is_made_as_it_reads_or_not_at_all(int seed)
    {
        var random = new Random(seed);
        var (written, refused) = (0, 0);
        for (var round = 0; round < 60; round++)
        {
            using var folder = new TempFolder();
            foreach (var name in Names.Where(_ => random.Next(2) == 0)) folder.WriteIfFree(name);
            var tree = new WorkTree(folder.Path);
            var model = tree.Files.ToDictionary(f => f.Path, f => tree.Read(f).Chars, StringComparer.Ordinal);
            var changes = Make(random, tree);
            var expected = Expect(model, changes);

            var result = new ChangeWriter(Root.Find(folder.Path)).Apply(changes);

            var now = new WorkTree(folder.Path);
            var found = string.Join('\n', now.Files.Select(f => $"{f.Path}={now.Read(f).Chars}"));
            if (result is WriteResult.Written)
            {
                written++;
                Assert.NotNull(expected);
                Assert.Equal(Render(expected), found);
            }
            else
            {
                refused++;
                Assert.Null(expected);
                Assert.Equal(Render(model), found);
            }
        }
        Assert.True(written > 10 && refused > 10, $"{written} written, {refused} refused");
    }

    private static string Render(Dictionary<string, string> files) => string.Join('\n', files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));

    private static ChangeSet Make(Random random, ITree tree)
    {
        var changes = ChangeSet.Empty;
        foreach (var file in tree.Files.Where(_ => random.Next(3) == 0)) changes = changes.Add(ChangeSet.Edit(tree.Read(file), new TextSpan(0, 0), "edited "));
        for (var i = random.Next(3); i > 0; i--) changes = changes.Add(new ChangeSet([], [new(Pick(random), Pick(random))], []));
        for (var i = random.Next(2); i > 0; i--) changes = changes.Add(new ChangeSet([], [], [new(Pick(random) + "/new", "new")]));
        return changes;
    }

    private static string Pick(Random random) => random.Next(3) == 0 ? $"x{random.Next(3)}" : Names[random.Next(Names.Length)];

    /// <returns>Null where the change cannot be made.</returns>
    private static Dictionary<string, string>? Expect(Dictionary<string, string> before, ChangeSet changes)
    {
        var files = new Dictionary<string, string>(before, StringComparer.Ordinal);
        var folders = before.Keys.SelectMany(Above).ToHashSet(StringComparer.Ordinal); // a folder stays when its last file goes
        foreach (var edit in changes.Edits) files[edit.Path] = edit.NewText + files[edit.Path];
        foreach (var (from, to) in changes.Moves)
        {
            if (from.Equals(to, StringComparison.Ordinal)) continue;
            var below = files.Keys.Where(f => f.Equals(from, StringComparison.Ordinal) || f.StartsWith(from + "/", StringComparison.Ordinal)).ToList();
            if (!files.ContainsKey(from) && !folders.Contains(from)) return null;
            if (files.ContainsKey(to) || folders.Contains(to) || to.StartsWith(from + "/", StringComparison.Ordinal) || Above(to).Any(files.ContainsKey)) return null;
            foreach (var path in below)
            {
                files.Remove(path, out var content);
                files[to + path[from.Length..]] = content!;
            }
            foreach (var folder in folders.Where(f => f.Equals(from, StringComparison.Ordinal) || f.StartsWith(from + "/", StringComparison.Ordinal)).ToList())
            {
                folders.Remove(folder);
                folders.Add(to + folder[from.Length..]);
            }
            folders.UnionWith(Above(to));
        }
        foreach (var file in changes.Files)
        {
            if (files.ContainsKey(file.Path) || folders.Contains(file.Path) || Above(file.Path).Any(files.ContainsKey)) return null;
            files[file.Path] = file.Content;
            folders.UnionWith(Above(file.Path));
        }
        return files;
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var folder = TreePath.FolderOf(path); folder.Length > 0; folder = TreePath.FolderOf(folder)) yield return folder;
    }
}
