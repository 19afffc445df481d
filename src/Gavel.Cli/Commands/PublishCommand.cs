using System.CommandLine;
using System.Globalization;
using System.Runtime;
using Gavel.Cli.CommandLine;
using Gavel.Core.Reporting;
using Gavel.Web.Pages;
using Gavel.Web.Publishing;
using Gavel.Web.Searching;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel publish</c>.</summary>
internal static class PublishCommand
{
    private const long MostParsed = 16 << 20; // characters; about ten times as many bytes
    private const long EnoughForAnEdit = 96 << 20; // bytes
    private const long EnoughToRead = 160 << 20; // bytes, of some hundred proposals
    private const int Waiting = 4; // threads that wait for git and for others

    public static Command Create()
    {
        var output = new Option<string>("--output", "-o") { Description = "The folder that the site is written to. It is replaced as a whole; files in it that Gavel did not write stay.", HelpName = "DIR", Required = true };
        var address = new Option<string?>("--base-url") { Description = "Where the site will stand: an address, or a path that begins with a slash. Feeds and the sitemap need the address.", HelpName = "URL" };
        var name = new Option<string?>("--name") { Description = "What the site calls the project; by default the repository's name.", HelpName = "TEXT" };
        var format = GlobalOptions.Format("text", "json");
        var command = new Verb("publish", "Write the catalog as a static site.")
        {
            Details =
            [
                "One page for each proposal at its short address, with status, history, relations and findings; lists by status, author and year; the process; figures; feeds. Pages work without script and from any file server. A proposal with errors is published all the same.",
                "The same commit gives the same bytes: today is the date of HEAD. A second run makes only the pages anew that changed, with the same bytes as a full run.",
            ],
            Examples =
            [
                new("gavel publish -o site", "into the folder 'site'"),
                new("gavel publish -o site --base-url https://example.org/proposals/", "for a site below a path, with whole addresses in feeds"),
            ],
            ExitStatus = "0 written, 2 wrong usage (a folder with other files in it) or configuration, 3 the environment failed.",
        };
        foreach (var option in (Option[])[output, address, name, format]) command.Add(option);
        command.SetAction((parsed, cancellationToken) =>
        {
            using var session = Session.Open(parsed, cancellationToken);
            var folder = Path.GetFullPath(parsed.GetValue(output)!, session.Directory);
            if (session.Root.Folder == folder || session.Root.Folder.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new UsageException($"{folder} holds the repository itself; give a folder of its own");
            var place = SiteAddress.Root;
            if (parsed.GetValue(address) is { } given && !SiteAddress.TryParse(given, out place)) throw new UsageException($"--base-url takes an address such as https://example.org/proposals/ or a path such as /proposals/, not '{given}'");
            NeedPlaceFor(folder);
            ThreadPool.SetMinThreads(Environment.ProcessorCount + Waiting, 1); // a pool that has to grow first makes those wait that have work
            var notes = NotedWriter.OverError();
            var publication = Publication.Begin(folder, session.Cache, Sites.SpareOf(session, folder));
            var isFirst = !Directory.Exists(folder);
            if (isFirst)
            {
                CollectLater(EnoughToRead);
                session.BeginHistory();
            }
            // Before anything is read: what changes from now on is another stamp.
            var stamp = Sites.StampOf(session, $"{address.Name} {parsed.GetValue(address)}\n{name.Name} {parsed.GetValue(name)}");
            if (publication.FindUnchanged(stamp) is { } unchanged) return Task.FromResult((int)Say(session, unchanged, parsed.GetValue(format)!));
            publication.Prepare();
            if (!isFirst)
            {
                CollectLater(EnoughForAnEdit);
                session.BeginHistory();
            }
            Publication.Rehearse(); // much of a run is code that runs for the first time
            session.MostParsed = MostParsed;
            Processes.Required(session.Catalog);
            var search = SearchFiles.Of(session.Catalog, session.Cache, cancellationToken);
            var source = Sites.Of(session, place, session.PublishedOn) with { SearchIndex = search };
            if (parsed.GetValue(name) is { Length: > 0 } called) source = source with { Name = called };
            using var progress = new Progress(session.IsQuiet, "making pages");
            var site = new Site(source);
            var outcome = publication.Finish(site, notes.IsWritten ? "" : stamp, cancellationToken);
            return Task.FromResult((int)Say(session, outcome, parsed.GetValue(format)!));
        });
        return command;
    }

    // What is made first lives long, so that a collection would only copy it while all threads wait. Beyond this much the platform collects as ever.
    private static void CollectLater(long bytes)
    {
        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion) return;
        try
        {
            GC.TryStartNoGCRegion(bytes);
        }
        catch (ArgumentOutOfRangeException)
        {
            // More than a container with little memory has.
        }
    }

    private static void NeedPlaceFor(string folder)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder) ?? folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentException($"the site cannot be written into {folder}: {e.Message}");
        }
    }

    private static ExitCode Say(Session session, PublishOutcome outcome, string format)
    {
        switch (outcome)
        {
            case PublishOutcome.Foreign foreign:
                throw new UsageException($"{foreign.Folder} is not empty and no site of Gavel's ('{foreign.Example}' is in it); give another folder, or empty it");
            case PublishOutcome.Done done when format == "json":
                session.Out.Write(JsonText.Object(writer =>
                {
                    writer.WriteText("folder", done.Folder);
                    writer.WriteNumber("files", done.Files);
                    writer.WriteNumber("rendered", done.Rendered);
                    writer.WriteNumber("bytes", done.Bytes);
                }));
                break;
            case PublishOutcome.Done done:
                var size = (done.Bytes / 1048576m).ToString("0.0", CultureInfo.InvariantCulture);
                session.Out.Write($"{done.Folder}: {done.Files} files, {size} MB; {(done.Rendered == 0 ? "nothing changed" : done.Rendered == done.Files ? "all made anew" : $"{done.Rendered} made anew")}.\n");
                break;
        }
        return ExitCode.Fine;
    }
}
