using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Core.Tests.Architecture;

public sealed partial class Arrows_go_one_way
{
    /// <summary>A folder of Gavel.Core uses only folders before it.</summary>
    private static readonly string[] Folders =
    [
        "Text", "Diagnostics", "Trees", "Documents", "Documents.Headers", "Documents.Markdown", "Documents.Rst", "Templates", "Processes", "Plans", "Proposals",
        "Timelines", "Decisions",
        "Catalogs", "Lifecycles", "Checking", "Authoring", "Searching", "Reporting",
    ];

    private static readonly string[] Projects = ["Gavel.Rst", "Gavel.Core", "Gavel.Storage", "Gavel.Web", "Gavel.Cli"];

    [Fact]
    public void A_folder_of_core_uses_only_folders_before_it()
    {
        var core = Path.Combine(CheckoutFolder.Root, "src", "Gavel.Core");
        var back = new List<string>();
        foreach (var file in Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories))
        {
            var home = Path.GetRelativePath(core, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            foreach (Match match in NamespaceUse().Matches(File.ReadAllText(file)))
            {
                var (from, to) = (RankOf(home), RankOf(match.Groups[1].Value));
                if (to > from) back.Add($"{Path.GetRelativePath(core, file)} uses {match.Groups[1].Value}");
            }
        }
        Assert.Empty(back.Distinct().Order());
    }

    [Fact]
    public void Every_folder_of_core_has_a_place_in_the_order()
    {
        var core = Path.Combine(CheckoutFolder.Root, "src", "Gavel.Core");
        var homeless = Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(core, Path.GetDirectoryName(f)!).Replace(Path.DirectorySeparatorChar, '.'))
            .Where(home => home != "." && RankOf(home) < 0).Distinct();
        Assert.Empty(homeless);
    }

    [Fact]
    public void A_namespace_is_the_folder_it_stands_in()
    {
        var src = Path.Combine(CheckoutFolder.Root, "src");
        var strange = new List<string>();
        foreach (var file in Directory.EnumerateFiles(src, "*.cs", SearchOption.AllDirectories))
        {
            var wanted = Path.GetRelativePath(src, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            var declared = NamespaceDeclaration().Match(File.ReadAllText(file));
            if (declared.Success && declared.Groups[1].Value != wanted) strange.Add($"{Path.GetRelativePath(src, file)} declares {declared.Groups[1].Value}");
        }
        Assert.Empty(strange);
    }

    [Fact]
    public void A_project_references_only_projects_before_it()
    {
        foreach (var project in Projects)
        {
            var file = Path.Combine(CheckoutFolder.Root, "src", project, project + ".csproj");
            foreach (var reference in XDocument.Load(file).Descendants("ProjectReference"))
            {
                var target = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value);
                Assert.True(Array.IndexOf(Projects, target) < Array.IndexOf(Projects, project), $"{project} references {target}");
            }
        }
    }

    [Fact]
    public void The_parser_of_reStructuredText_references_nothing() =>
        Assert.Empty(XDocument.Load(Path.Combine(CheckoutFolder.Root, "src", "Gavel.Rst", "Gavel.Rst.csproj"))
            .Descendants().Where(e => e.Name.LocalName is "ProjectReference" or "PackageReference"));

    [Fact]
    public void No_type_of_the_markdown_library_leaves_its_folder()
    {
        var core = Path.Combine(CheckoutFolder.Root, "src");
        var outside = Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains(Path.Combine("Documents", "Markdown"), StringComparison.Ordinal))
            .Where(f => MarkdigUse().IsMatch(File.ReadAllText(f)));
        Assert.Empty(outside);
    }

    private static int RankOf(string folder)
    {
        for (var name = folder; name.Length > 0; name = name.Contains('.', StringComparison.Ordinal) ? name[..name.LastIndexOf('.')] : "")
        {
            var rank = Array.IndexOf(Folders, name);
            if (rank >= 0) return rank;
        }
        return -1;
    }

    [GeneratedRegex(@"\bGavel\.Core\.([A-Z]\w*(?:\.[A-Z]\w*)*)", RegexOptions.NonBacktracking)]
    private static partial Regex NamespaceUse();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex NamespaceDeclaration();

    [GeneratedRegex(@"^using Markdig", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex MarkdigUse();
}
