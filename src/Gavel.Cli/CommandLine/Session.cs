using System.Collections.Immutable;
using System.CommandLine;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;
using Gavel.Core.Reporting;
using Gavel.Core.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Cache;
using Gavel.Storage.Files;
using Gavel.Storage.Git;

namespace Gavel.Cli.CommandLine;

/// <summary>What a command works with: the root, its files, git, the cache, the date, and where to print. Nothing is read before it is asked for.</summary>
internal sealed class Session : IDisposable
{
    private readonly SessionSettings _settings;
    private readonly SessionClock _clock;
    private readonly Lazy<GitRepository?> _git;
    private readonly Lazy<WorkTree> _tree;
    private readonly Lazy<ProcessesFound> _found;
    private readonly Lazy<Catalog> _catalog;
    private readonly bool _isFollowing;
    private readonly FileCache? _files;
    private readonly Lasting? _lasting;
    private readonly CancellationToken _cancellation;
    private TextWriter? _lent; // where it prints when it is not lent

    private Session(SessionSettings settings, Lasting? lasting, KnownState? known, CancellationToken cancellationToken)
    {
        _settings = settings;
        _clock = new SessionClock(settings.Today);
        _cancellation = cancellationToken;
        Directory = Path.GetFullPath(settings.Directory ?? ".");
        if (!System.IO.Directory.Exists(Directory)) throw new UsageException($"{Directory}: there is no such folder");
        Root = lasting?.Root ?? Root.Find(Directory);
        if (Root.IsBare) throw new EnvironmentException($"{Root.Folder} is a bare repository: it has no work tree with files. Clone it, or give it one with  git -C {Root.Folder} worktree add FOLDER");
        _lasting = lasting;
        if (lasting is not null)
        {
            Cache = lasting.Cache;
        }
        else if (!settings.IsWithoutCache)
        {
            _files = new FileCache(FileCache.FolderFor(Root, Environment.GetEnvironmentVariable), ToolVersion.CacheKey);
            Cache = _files;
        }
        else
        {
            Cache = new NoCache();
        }
        _isFollowing = known is not null;
        if (known is null) new ChangeWriter(Root).Recover();
        _git = new Lazy<GitRepository?>(() => lasting is null ? GitRepository.OpenInstalled(Root, Cache) : lasting.Git);
        _tree = known is null ? new Lazy<WorkTree>(() => new WorkTree(Root, Cache)) : new Lazy<WorkTree>(known.Tree);
        _found = known is null ? new Lazy<ProcessesFound>(() => FindProcesses(Tree, History)) : new Lazy<ProcessesFound>(known.Found);
        _catalog = known is null ? new Lazy<Catalog>(() => PassedOver.Tell(this, BuildCatalog(Tree, History, Found))) : new Lazy<Catalog>(known.Catalog);
        Out = Console.Out;
        Style = TerminalStyle.Of(settings.Colour);
    }

    /// <summary>Every front end, in the order they are asked.</summary>
    public static ImmutableArray<ISyntax> Syntaxes { get; } = [new MarkdownSyntax(), new RstSyntax()];

    /// <summary>The folder that PATH arguments are relative to; absolute.</summary>
    public string Directory { get; }

    public Root Root { get; }

    public ICache Cache { get; }

    public WorkTree Tree => _tree.Value;

    /// <summary>Null in a plain folder, and where there is no git program.</summary>
    public GitRepository? Git => _git.Value;

    /// <summary>Why <see cref="Git"/> is null.</summary>
    public string WithoutGit => Root.GitTop is null ? "no git repository here" : "the git program was not found";

    public IHistory History => Git is { } git ? git.History : new NoHistory();

    /// <summary>Operations on the catalog together with what follows from them.</summary>
    public Proposing Proposing => new(Catalog, tree => BuildCatalog(tree, History), Syntaxes) { History = History };

    /// <summary>Operations that move proposals through their life, with what is owed left aside.</summary>
    public Deciding Deciding => new(Catalog, tree => BuildCatalog(tree, History), Syntaxes, History)
    {
        Baseline = Baseline(),
        Uncommitted = Git is { } git ? paths => git.Uncommitted(paths) : null,
    };

    /// <summary>The processes of <see cref="Tree"/>.</summary>
    public ProcessesFound Found => _found.Value;

    public Catalog Catalog => _catalog.Value;

    public TextWriter Out { get; private set; }

    public TextStyle Style { get; }

    public bool IsQuiet => _settings.IsQuiet;

    /// <summary>A change as a patch that <c>git apply</c> takes; on a terminal without what would steer it.</summary>
    public string DiffOf(ChangeSet changes)
    {
        var diff = UnifiedDiff.Render(changes, Tree);
        return Style.Width is null ? diff : TerminalText.SafeLines(diff.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    /// <summary>For commands that do not ask what is wrong with proposals; say it before the catalog is built.</summary>
    public bool IsWithoutFindings { get; set; }

    /// <summary>For commands that open most proposals: those that are read anew stay parsed, up to so many characters; say it before the catalog is built.</summary>
    public long MostParsed { get; set; }

    public CancellationToken Cancellation => _cancellation;

    public DateOnly Today => _clock.Today;

    /// <inheritdoc cref="SessionClock.Now"/>
    public DateTimeOffset Now => _clock.Now;

    /// <summary>For what ends by itself: all of the day that <c>--today</c> names, else the clock.</summary>
    public Moment Moment => _settings.Today is { } given ? given : new Moment(Today, Now);

    /// <summary>For commands that tell nothing without git.</summary>
    /// <exception cref="EnvironmentException">There is no git, or no commit yet.</exception>
    public void NeedHistory(string command)
    {
        if (Git is null && Root.GitTop is not null) throw new GitMissingException();
        if (Git is null) throw new EnvironmentException($"{Root.Folder} is not in the work tree of a git repository, and '{command}' needs the history: run it in a clone, or begin one with 'git init'");
        if (History.Head is null) throw new EnvironmentException($"the repository has no commit yet, and '{command}' needs the history");
        BeginHistory();
    }

    /// <summary>For commands that will ask for dates: git works while the proposals are read. What goes wrong is told to whoever asks next.</summary>
    public void BeginHistory()
    {
        if (Git is { } git) _ = Task.Run(git.History.Begin, _cancellation);
    }

    /// <summary>The date of HEAD, so that the same commit gives the same bytes; where <c>--today</c> is given, or there is no HEAD, that of <see cref="Today"/>.</summary>
    public DateOnly PublishedOn
    {
        get
        {
            if (_settings.Today is not null || Git?.HeadDate() is not { } date) return Today;
            return date;
        }
    }

    /// <summary>What the project owes, as <c>check</c> reads it by default.</summary>
    public Baseline Baseline()
    {
        var path = Path.Combine(Root.Folder, BaselineFile.Path);
        if (!File.Exists(path)) return Core.Checking.Baseline.Empty;
        var (baseline, fault) = BaselineFile.Parse(SourceText.Decode(path, File.ReadAllBytes(path)));
        return baseline ?? throw new UsageException($"{path}: {fault}; write it again with: gavel check --update --add");
    }

    public static Session Open(ParseResult parsed, CancellationToken cancellationToken = default) =>
        (parsed.InvocationConfiguration as Invocation)?.Session ?? new(SessionSettings.Of(parsed), null, null, cancellationToken);

    public static Session Open(SessionSettings settings, CancellationToken cancellationToken = default) => new(settings, null, null, cancellationToken);

    /// <summary>One of several in the life of a process. What lasts is not let go of with it.</summary>
    /// <param name="known">What follows from the session before; null where everything is read.</param>
    public static Session Open(SessionSettings settings, Lasting lasting, KnownState? known, CancellationToken cancellationToken) => new(settings, lasting, known, cancellationToken);

    public Catalog BuildCatalog(ITree tree, IHistory history) => BuildCatalog(tree, history, null);

    private Catalog BuildCatalog(ITree tree, IHistory history, ProcessesFound? found)
    {
        using var progress = new Progress(IsQuiet, "reading proposals");
        found ??= FindProcesses(tree, history);
        var workspace = new Workspace(Syntaxes, Cache, RuleWork.Of(RuleSet.All)) { Branches = tree.Revision is null && Git is not null ? OtherBranches : null, IsWithoutWork = IsWithoutFindings, MostParsed = MostParsed, Memory = _lasting?.Entries };
        return workspace.Build(tree, history, found.Processes, found.Faults, _cancellation);
    }

    /// <summary>Files of other branches in the folders of numbered processes.</summary>
    private IEnumerable<BranchPath> OtherBranches(ImmutableArray<Process> processes)
    {
        var folders = processes.Where(p => p.Numbering != Numbering.None).Select(p => p.Folder).Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (folders.IsEmpty) return [];
        return from branch in Git!.Branches(folders, History.Head, _cancellation)
               from file in branch.Files
               select new BranchPath(branch.Branch, file.Path, file.Id);
    }

    /// <summary>The processes that gavel.yml names, or those that can be found; with the faults of gavel.yml.</summary>
    public ProcessesFound FindProcesses(ITree tree, IHistory history)
    {
        var (configuration, faults) = tree.Find(Root.ConfigurationName) is { } file
            ? Configuration.Parse(tree.Read(file), [.. RuleSet.Infos.Select(r => r.Name)])
            : (null, []);
        var found = ProcessFinder.Find(tree, history, Syntaxes, configuration, Cache, _cancellation, _lasting?.Mined);
        return found with { Faults = faults.AddRange(found.Faults) };
    }

    /// <summary>The text of a file of the work tree, for excerpts; null when it is gone.</summary>
    public SourceText? TextOf(string path)
    {
        try
        {
            return Tree.Find(path) is { } file ? Tree.Read(file) : null;
        }
        catch (TreeException)
        {
            return null;
        }
    }

    /// <summary>A PATH argument as a path of the tree.</summary>
    /// <exception cref="UsageException">It leads out of the root, or nothing is there.</exception>
    public string PathInRoot(string argument)
    {
        var relative = Path.GetRelativePath(Root.Folder, Path.GetFullPath(argument, Directory)).Replace(Path.DirectorySeparatorChar, '/');
        if (relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative))
            throw new UsageException($"{argument} is outside of {Root.Folder}");
        if (relative == ".") return "";
        return Tree.Find(relative) is not null || Tree.HasFolder(relative) ? relative : throw new UsageException($"{argument}: there is no such file or folder");
    }

    /// <summary>Lets a command use it that prints elsewhere and does not close it.</summary>
    public Session Lend(TextWriter output)
    {
        (_lent, Out) = (Out, output);
        return this;
    }

    public void TakeBack() => (Out, _lent) = (_lent ?? Out, null);

    /// <summary>Hands what was learned of files to the cache.</summary>
    public void Remember()
    {
        if (_tree.IsValueCreated && !_isFollowing) Tree.Remember(); // of a few edits there is nothing worth it
    }

    public void Dispose()
    {
        if (_lent is not null) return;
        Remember();
        _files?.Flush();
        _files?.Dispose();
        if (_lasting is null && _git.IsValueCreated) Git?.Dispose();
        _lasting?.LetGo();
        Out.Flush();
    }
}
