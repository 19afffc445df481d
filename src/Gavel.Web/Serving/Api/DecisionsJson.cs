using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Decisions;
using Gavel.Core.Reporting;

namespace Gavel.Web.Serving.Api;

/// <summary>Decision files as an object.</summary>
internal static class DecisionsJson
{
    public static string Render(CatalogEntry entry, IEnumerable<Decision> decisions) => JsonText.Object(writer =>
    {
        writer.WriteText("id", entry.Id);
        writer.WriteObjects("decisions", decisions, decision =>
        {
            writer.WriteText("path", decision.Path);
            writer.WriteText("action", decision.Action.ToString().ToLowerInvariant());
            writer.WriteText("by", decision.By);
            writer.WriteText("recordedBy", decision.RecordedBy);
            writer.WriteText("on", decision.On.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
            writer.WriteDate("effective", decision.Effective);
            writer.WriteText("at", decision.At?.Sha);
            writer.WriteText("note", decision.Note);
            writer.WriteText("vote", decision.Vote);
            writer.WriteText("from", decision.From);
            writer.WriteText("to", decision.To);
            writer.WriteText("ends", decision.Ends);
            writer.WriteBoolean("forced", decision.IsForced);
        });
    });
}
