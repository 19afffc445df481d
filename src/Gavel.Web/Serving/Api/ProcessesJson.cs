using Gavel.Core.Catalogs;
using Gavel.Core.Reporting;

namespace Gavel.Web.Serving.Api;

/// <summary>Processes as an object.</summary>
internal static class ProcessesJson
{
    public static string Render(Catalog catalog) => JsonText.Object(writer => writer.WriteObjects("processes", catalog.Processes, process =>
    {
        writer.WriteText("name", process.Name);
        writer.WriteTexts("templates", process.Templates.Where(t => t.IsCurrent).Select(t => t.Path));
        writer.WriteText("folder", process.Folder);
        writer.WriteText("index", process.Index);
        writer.WriteNumber("proposals", catalog.Entries.Count(e => ReferenceEquals(e.Process, process)));
        writer.WriteObjects("statuses", process.Statuses.Statuses, status =>
        {
            writer.WriteText("name", status.Name);
            writer.WriteText("kind", ListReport.NameOf(status.Kind));
        });
    }));
}
