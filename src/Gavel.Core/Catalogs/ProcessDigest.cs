using System.Collections.Immutable;
using Gavel.Core.Processes;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Catalogs;

/// <summary>Says in a few characters everything of a process that a proposal's reading depends on.</summary>
internal static class ProcessDigest
{
    /// <param name="all">All processes of the repository: references know their names.</param>
    /// <param name="work">What is worked out of proposals besides: the version of the rules.</param>
    public static string Of(Process process, ImmutableArray<Process> all, string work)
    {
        var hash = new Sha256();
        // The build of this code: other code gives other values.
        Add(typeof(ProcessDigest).Module.ModuleVersionId.ToString());
        Add(work);
        foreach (var other in all) Add(other.Name);
        Add($"{process.Name}|{process.Folder}|{process.HeaderFile}|{process.Numbering}|{process.StatusPlace}|{process.StatusField}|{process.Anchors}");
        foreach (var file in process.Files) Add(file.Text);
        foreach (var status in process.Statuses.Statuses) Add($"{status.Name}|{status.Kind}|{string.Join('|', status.Aliases)}");
        if (process.Digest.Length > 0)
        {
            Add(process.Digest); // no template needs to be learned
            return hash.FinishHex(24);
        }
        foreach (var template in process.Templates)
        {
            Add($"{template.Schema.Path}|{template.Schema.Revision}|{template.Since:O}|{template.Folder}|{template.IsCurrent}");
            AddSchema(template.Schema);
        }
        return hash.FinishHex(24);

        void Add(string text) => hash.AppendLine(text);

        // gavel.yml and mining change what a template says: names, marks, counts.
        void AddSchema(Schema schema)
        {
            foreach (var demand in schema.Demands)
            {
                Add($"{demand.Key}|{demand.Confidence}|{demand.Requirement}|{demand.When.FromStatus}|{demand.When.UntilStatus}");
                if (demand is Demand.Section section) Add($"{section.Text}|{section.Level}|{section.MayBeEmpty}|{section.Use}|{string.Join('|', section.Aliases)}");
                if (demand is Demand.Field field) Add($"{field.Name}|{field.Kind}|{field.MayBeEmpty}|{field.Pattern}|{field.Initial}|{string.Join('|', field.Values)}");
            }
            foreach (var leftover in schema.Leftovers)
            {
                if (leftover.MayStay) Add(leftover.Text);
            }
        }
    }
}
