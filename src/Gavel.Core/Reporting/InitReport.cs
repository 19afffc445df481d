using System.Text;
using Gavel.Core.Processes;

namespace Gavel.Core.Reporting;

/// <summary>What <c>init</c> found and wrote.</summary>
public static class InitReport
{
    /// <param name="owed">How many findings the baseline holds.</param>
    public static string RenderJson(ProcessesFound found, IReadOnlyCollection<string> written, int owed) => JsonText.Object(writer =>
    {
        writer.WriteTexts("written", written);
        writer.WriteObjects("processes", found.Processes.Zip(found.Mined), pair =>
        {
            writer.WriteText("name", pair.First.Name);
            writer.WriteText("template", pair.First.Templates.LastOrDefault(t => t.IsCurrent)?.Schema.Path);
            writer.WriteTexts("files", pair.First.Files.Select(f => f.Text));
            writer.WriteNumber("proposals", pair.Second.Proposals);
            writer.WriteObjects("mined", pair.Second.Items, item =>
            {
                writer.WriteText("key", item.Key);
                writer.WriteText("value", item.Value);
                writer.WriteText("from", item.From);
            });
        });
        writer.WriteNumber("owed", owed);
    });

    public static string RenderText(ProcessesFound found, IReadOnlyCollection<string> written, int owed, TextStyle style)
    {
        var text = new StringBuilder();
        foreach (var (process, mined) in found.Processes.Zip(found.Mined))
        {
            text.Append(style.Bold(TerminalText.Safe(process.Name))).Append($": {mined.Proposals} {(mined.Proposals == 1 ? "proposal" : "proposals")}\n");
            foreach (var item in mined.Items) text.Append($"  {item.Key,-12} {TerminalText.Safe(item.Value)}  {style.Dim("from " + TerminalText.Safe(item.From))}\n");
            text.Append('\n');
        }
        foreach (var path in written) text.Append($"Wrote {TerminalText.Safe(path)}.\n");
        if (owed > 0) text.Append($"{owed} {(owed == 1 ? "finding is owed: the baseline holds it" : "findings are owed: the baseline holds them")} back, so that new ones stand out. 'gavel check --no-baseline' shows what is owed.\n");
        return text.Append("Next: gavel check\n").ToString();
    }
}
