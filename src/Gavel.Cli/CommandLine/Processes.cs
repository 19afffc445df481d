using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;

namespace Gavel.Cli.CommandLine;

/// <summary>Which process and which proposal an argument means.</summary>
internal static class Processes
{
    private const int MostTemplates = 3;

    /// <exception cref="UsageException">The repository has no process.</exception>
    public static void Required(Catalog catalog)
    {
        if (catalog.Processes.IsEmpty) throw new UsageException($"{WhyNone(catalog)}. Write gavel.yml by hand, or start a process with 'gavel init --pack adr', 'rfc' or 'spec'");
    }

    /// <summary>Says of a repository without a process what was looked for.</summary>
    public static string WhyNone(Catalog catalog) =>
        $"no proposal process found: there is no gavel.yml, and {WhatWasSeen([.. ProcessFinder.Unfollowed(catalog.Tree, Session.Syntaxes).Take(MostTemplates)])}"
        + (ProcessFinder.WhyNone(catalog.Tree) is { } why ? $". {why}" : "");

    private static string WhatWasSeen(ImmutableArray<string> templates) => templates.IsEmpty
        ? "no file looks like a template (a name with 'template' or 'NNNN', a text of headings and placeholders), nor are there numbered documents in a folder such as rfcs, proposals or decisions"
        : $"too few documents have the headings of {string.Join(" or ", templates.Select(t => $"'{t}'"))}; say in gavel.yml which follow it: processes: [{{ name: RFC, template: {templates[0]}, files: 'rfcs/{{number}}-{{slug}}.md' }}]";

    /// <summary>Says what is wrong with gavel.yml: what stands there is left out of the answer.</summary>
    /// <exception cref="UsageException">The repository has no process.</exception>
    public static void Required(Session session)
    {
        Required(session.Catalog);
        if (!session.IsQuiet && session.Catalog.Unsound is { } fault) Console.Error.WriteLine($"gavel: {Told(fault)}; it is left out here, and 'gavel check' shows all that is wrong");
    }

    /// <summary>For what must not be judged by half of gavel.yml.</summary>
    /// <exception cref="UsageException">gavel.yml has an error.</exception>
    public static void Sound(Session session)
    {
        if (session.Catalog.Unsound is { } fault) throw new UsageException($"{Told(fault)}; no gate opens before that is mended, and 'gavel check' shows all that is wrong");
    }

    /// <summary>For what shows dates.</summary>
    public static void NoteWithoutGit(Session session)
    {
        if (session.Git is null && !session.IsQuiet) Console.Error.WriteLine($"gavel: {session.WithoutGit}: dates are unknown");
    }

    private static string Told(Diagnostic fault) => $"{fault.At.Path}:{fault.At.Start.Line}:{fault.At.Start.Column}: {fault.Message}";

    /// <exception cref="UsageException">No process has the name.</exception>
    public static Process Find(Catalog catalog, string name) =>
        catalog.Processes.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException($"there is no process '{name}'; there is {string.Join(", ", catalog.Processes.Select(p => $"'{p.Name}'"))}");

    /// <summary>The proposal that an argument names: an id in any case and with any separator, a bare number, or a path.</summary>
    /// <exception cref="UsageException">None or several.</exception>
    public static CatalogEntry Proposal(Session session, string argument)
    {
        Required(session);
        var catalog = session.Catalog;
        var path = Path.GetRelativePath(session.Root.Folder, Path.GetFullPath(argument, session.Directory)).Replace(Path.DirectorySeparatorChar, '/');
        if (catalog.FindByPath(path) is { } byPath) return byPath;
        if (catalog.Entries.FirstOrDefault(e => e.Directory == path.TrimEnd('/')) is { } byFolder) return byFolder;
        var wanted = IdSpelling.Letters(argument);
        var found = IdSpelling.Find(catalog, argument);
        if (found.Count == 1) return found[0];
        if (found.Count == 0 && Former(session, path, wanted) is { } former)
        {
            if (!session.IsQuiet) Console.Error.WriteLine($"gavel: '{argument}' is {former.Id} now ({former.Path})");
            return former;
        }
        if (found.Count > 1) throw new UsageException($"'{argument}' may be {string.Join(" or ", found.Select(e => e.Directory ?? e.Path).Take(6))}; give the path");
        var near = catalog.Entries.Select(e => e.Id).Where(id => Core.Text.Spelling.Distance(IdSpelling.Letters(id), wanted) <= 1).Take(3).ToList();
        throw new UsageException($"there is no proposal '{argument}'" + (near.Count > 0 ? $"; did you mean {string.Join(" or ", near)}?" : $" among {catalog.Entries.Length}; 'gavel list' shows them"));
    }

    /// <summary>The one proposal that had the path, or the id, before it was moved.</summary>
    private static CatalogEntry? Former(Session session, string path, string wanted)
    {
        var redirects = Redirects.Read(session.Tree);
        if (redirects.Ways.Count == 0) return null;
        if (redirects.Find(path.TrimEnd('/')) is { } now && session.Catalog.Entries.FirstOrDefault(e => e.Path == now || e.Directory == now) is { } moved) return moved;
        var had = session.Catalog.Entries.Where(e => redirects.FormerPathsOf(e.Path).Any(p => Core.Proposals.ProposalNames.IdOf(e.Process, p) is { } id && IdSpelling.Letters(id) == wanted)).Take(2).ToList();
        return had.Count == 1 ? had[0] : null;
    }
}
