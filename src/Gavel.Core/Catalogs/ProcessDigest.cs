using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Says in a few characters everything of a process that a proposal's reading depends on. Learns no template: a schema follows from the template's content, gavel.yml and what is listed here.</summary>
internal static class ProcessDigest
{
    /// <param name="all">All processes of the repository: references know their names.</param>
    /// <param name="work">What is worked out of proposals besides: the version of the rules.</param>
    public static string Of(Process process, ImmutableArray<Process> all, ITree tree, string work)
    {
        var text = new StringBuilder(1024);
        Add(CodeBuild.Id);
        Add(work);
        Add(tree.Find(Configuration.FileName) is { } configuration ? tree.IdOf(configuration).Sha : "-");
        foreach (var other in all) Add(other.Name);
        Add(process.Name);
        Add(process.Folder);
        Add(process.HeaderFile ?? "-");
        Add(((int)process.Numbering).ToString(CultureInfo.InvariantCulture));
        Add(process.NumberWidth.ToString(CultureInfo.InvariantCulture));
        Add(process.Index ?? "-");
        Add(((int)process.StatusPlace).ToString(CultureInfo.InvariantCulture));
        Add(process.StatusField ?? "-");
        Add(process.Anchors);
        Add(process.Customs);
        foreach (var file in process.Files) Add(file.Text);
        foreach (var status in process.Statuses.Statuses)
        {
            Add(status.Name);
            Add(((int)status.Kind).ToString(CultureInfo.InvariantCulture));
            foreach (var alias in status.Aliases) Add(alias);
        }
        foreach (var template in process.Templates)
        {
            Add(template.Path);
            Add(template.Id.Sha ?? "-");
            Add(template.Since is { } since ? since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : "-");
            Add(template.Folder ?? "-");
            Add(template.IsCurrent ? "1" : "0");
        }
        return Sha256.Hex(text.ToString(), 24);

        void Add(string part) => text.Append(part).Append('\n');
    }
}
