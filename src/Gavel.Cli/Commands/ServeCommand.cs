using System.CommandLine;
using System.Globalization;
using Gavel.Cli.CommandLine;
using Gavel.Core.Reporting;
using Gavel.Web.Serving;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel serve</c>.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string[]>("--urls") { Description = "Where to listen, for example http://127.0.0.1:5080; by default a free port on loopback near 5080.", HelpName = "URL", AllowMultipleArgumentsPerToken = true };
        var readOnly = new Option<bool>("--read-only") { Description = "Let nobody change anything. Always so where the address is not on loopback." };
        var command = new Verb("serve", "Serve the live catalog of a repository.")
        {
            Details =
            [
                "Shows the same pages as 'publish', follows the files and branches of the repository, and updates open pages while you write. On loopback, proposals can be started, edited and decided from the browser; what is edited there becomes a commit on a branch of its own.",
                "Stop it with Ctrl-C.",
            ],
            Examples = [new("gavel serve", "the catalog of the repository you stand in"), new("gavel serve --urls http://0.0.0.0:8080", "for others, to read only")],
            ExitStatus = "0 stopped, 2 wrong usage or configuration, no process found, 3 the environment failed (an address is taken).",
        };
        command.Add(urls);
        command.Add(readOnly);
        var open = new Option<bool>("--open") { Description = "Open the catalog in the browser." };
        command.Add(open);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetValue(urls) ?? [], parsed.GetValue(readOnly), parsed.GetValue(open), cancellationToken).ContinueWith(Stopped, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string[] urls, bool readOnly, bool open, CancellationToken cancellationToken)
    {
        using var first = Session.Open(parsed, cancellationToken);
        var options = new ServeOptions([.. urls.SelectMany(u => u.Split(';', StringSplitOptions.RemoveEmptyEntries)).Select(UrlOf)], readOnly) { TellFault = Edge.TellFault };
        options = options with { IsReadOnly = options.IsReadOnly || !options.IsLoopback };
        using var place = ServePlace.Take(first.Root);
        if (!place.IsFirst)
        {
            Console.Error.WriteLine($"gavel: another 'gavel serve' works on this repository{(place.Other is { } other ? $" at {TerminalText.Safe(other)}" : "")}; this one only shows");
            options = options with { IsReadOnly = true };
        }
        using var reading = new LiveReading(SessionSettings.Of(parsed), first, options.IsReadOnly);
        using var live = new LiveCatalog(reading.Read);
        var clock = TimeProvider.System;
        live.Refresh(clock.GetUtcNow(), cancellationToken);
        var proposals = Count(live);
        var server = await SiteServer.StartAsync(live, first.Root, options, clock, cancellationToken).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            foreach (var address in server.Addresses) first.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{proposals} {(proposals == 1 ? "proposal" : "proposals")} at {address}{(options.IsReadOnly ? ", to read only" : "")}. Stop with Ctrl-C.\n"));
            await first.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (server.Addresses is [var main, ..])
            {
                place.Tell(main);
                if (open) Browse(main);
            }
            await server.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        return (int)ExitCode.Fine;
    }

    // To be stopped is how a server ends.
    private static int Stopped(Task<int> run) => run.IsCanceled ? (int)ExitCode.Fine : run.GetAwaiter().GetResult();

    private static int Count(LiveCatalog live)
    {
        using var lease = live.Rent();
        Processes.Required(lease.Site.Source.Catalog);
        return lease.Site.Source.Catalog.Entries.Length;
    }

    private static void Browse(string address)
    {
        try
        {
            using var browser = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine("gavel: there is no browser to open the catalog in");
        }
    }

    private static Uri UrlOf(string text) =>
        Uri.TryCreate(text.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && url.AbsolutePath == "/"
            ? url
            : throw new UsageException($"--urls takes addresses such as http://127.0.0.1:5080, not '{text}'");
}
