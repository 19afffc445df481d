using System.Collections.Concurrent;
using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>A file that a front end reads.</summary>
/// <param name="Shape">Of the name without extension.</param>
internal sealed record ListedFile(TreeFile File, string Folder, string Stem, string Extension, NameShape Shape)
{
    public string Path => File.Path;
}

/// <summary>The documents of a tree that may be proposals, templates or pages about them. What mining asks of a document it asks here, so that <see cref="Trace"/> knows it. Safe for use by several threads.</summary>
internal sealed class Listing
{
    private const int Few = 8; // files: starting threads costs more

    private readonly ImmutableArray<ISyntax> _syntaxes;
    private readonly MiningMemory? _memory;
    private readonly ConcurrentDictionary<string, Document> _parsed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Traits> _traits = new(StringComparer.Ordinal);

    /// <param name="memory">Of minings that came before in this process; null where there were none.</param>
    public Listing(ITree tree, ImmutableArray<ISyntax> syntaxes, MiningMemory? memory = null)
    {
        Tree = tree;
        _syntaxes = syntaxes;
        _memory = memory;
        _memory?.Begin();
        Files = [.. tree.Files.Where(f => SyntaxOf(f.Path) is not null && !NameWords.IsNoise(f.Path) && !NameWords.IsForm(f.Path)).Select(List)];
        ByFolder = Files.ToLookup(f => f.Folder, StringComparer.Ordinal);
        FoldersIn = ByFolder.Select(g => g.Key).Where(f => f.Length > 0).ToLookup(TreePath.FolderOf, StringComparer.Ordinal);
    }

    private Listing(ImmutableArray<ISyntax> syntaxes, ITree tree)
    {
        Tree = tree;
        _syntaxes = syntaxes;
        Files = [];
        ByFolder = Files.ToLookup(f => f.Folder, StringComparer.Ordinal);
        FoldersIn = ByFolder.Select(g => g.Key).ToLookup(TreePath.FolderOf, StringComparer.Ordinal);
    }

    /// <summary>For questions about single documents: it names none.</summary>
    public static Listing Without(ITree tree, ImmutableArray<ISyntax> syntaxes) => new(syntaxes, tree);

    /// <summary>For names: what a document says is asked of the listing.</summary>
    public ITree Tree { get; }

    /// <summary>All that was asked so far.</summary>
    public MiningTrace Trace { get; } = new();

    /// <summary>By path.</summary>
    public ImmutableArray<ListedFile> Files { get; }

    public ILookup<string, ListedFile> ByFolder { get; }

    /// <summary>The folders with documents right below a folder.</summary>
    public ILookup<string, string> FoldersIn { get; }

    public ISyntax? SyntaxOf(string path)
    {
        foreach (var syntax in _syntaxes)
        {
            if (syntax.Reads(path)) return syntax;
        }
        return null;
    }

    /// <summary>Asks the same of several files; of many, on all processors.</summary>
    /// <returns>The answers, in the order of the files.</returns>
    /// <exception cref="TreeException">A file cannot be read.</exception>
    public static T[] Each<T>(IEnumerable<TreeFile> files, Func<TreeFile, T> ask, CancellationToken cancellationToken)
    {
        TreeFile[] all = [.. files];
        if (all.Length < Few) return Array.ConvertAll(all, f => ask(f));
        var answers = new T[all.Length];
        try
        {
            Parallel.For(0, all.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, i => answers[i] = ask(all[i]));
        }
        catch (AggregateException e) when (e.InnerExceptions.FirstOrDefault(i => i is TreeException) is { } broken)
        {
            throw new TreeException(broken.Message, broken);
        }
        return answers;
    }

    /// <summary>Parses a file once. All of it may count.</summary>
    /// <returns>Null where no front end reads it.</returns>
    public Document? Open(TreeFile file)
    {
        Note(file, MiningTrace.Whole, "");
        return Parse(file);
    }

    /// <summary>The characters of a file. All of them may count.</summary>
    public string CharsOf(TreeFile file)
    {
        Note(file, MiningTrace.Whole, "");
        return Tree.Read(file).Chars;
    }

    /// <summary>A file for those who look at its header fields, its headings and its title alone.</summary>
    /// <returns>Null where no front end reads it.</returns>
    public Document? OutlineOf(TreeFile file) => Ask(file, ListingAnswers.Outline, () => Parse(file), ListingAnswers.OfOutline);

    public Traits TraitsOf(TreeFile file) => Ask(file, ListingAnswers.Traits, () => ParsedTraits(file), ListingAnswers.Of);

    /// <summary>The headings, folded, without parsing.</summary>
    public IReadOnlySet<string> HeadingsOf(TreeFile file) => Ask(file, ListingAnswers.Headings, () => HeadingScan.Of(Tree.Read(file).Chars), ListingAnswers.Of);

    /// <summary>The value of a header field, without parsing.</summary>
    /// <returns>Null when it is not there or has none.</returns>
    public string? ValueOf(TreeFile file, string field) => Ask(file, ListingAnswers.Value + field, () => FieldScan.ValueOf(Tree.Read(file).Chars, field), ListingAnswers.Of);

    /// <summary>Which of some texts, folded, a file has in its folded text.</summary>
    public IReadOnlyList<bool> Has(TreeFile file, ImmutableArray<string> texts) =>
        Ask(file, ListingAnswers.Texts + string.Join('\n', texts), () => ListingAnswers.HasTexts(Tree.Read(file).Chars, [.. texts]), ListingAnswers.Of);

    public bool IsPointer(TreeFile file) => Ask(file, ListingAnswers.Pointer, () => Pointers.Is(Tree, file), static isPointer => isPointer ? "1" : "0");

    /// <summary>What the file answers now to a question that was noted.</summary>
    public string AnswerTo(TreeFile file, string question) => question switch
    {
        ListingAnswers.Outline => ListingAnswers.OfOutline(Parse(file)),
        ListingAnswers.Traits => ListingAnswers.Of(ParsedTraits(file)),
        ListingAnswers.Headings => ListingAnswers.Of(HeadingScan.Of(Tree.Read(file).Chars)),
        ListingAnswers.Pointer => Pointers.Is(Tree, file) ? "1" : "0",
        _ when question.StartsWith(ListingAnswers.Value, StringComparison.Ordinal) => ListingAnswers.Of(FieldScan.ValueOf(Tree.Read(file).Chars, question[ListingAnswers.Value.Length..])),
        _ when question.StartsWith(ListingAnswers.Texts, StringComparison.Ordinal) => ListingAnswers.Of(ListingAnswers.HasTexts(Tree.Read(file).Chars, question[ListingAnswers.Texts.Length..].Split('\n'))),
        _ => "",
    };

    private T Ask<T>(TreeFile file, string question, Func<T> read, Func<T, string> answer)
    {
        var content = Tree.IdOf(file).Sha;
        var told = _memory?.Find<T>(file.Path, content, question);
        if (told is null)
        {
            var value = read();
            told = new MiningMemory.Told<T>(value, answer(value));
            _memory?.Add(file.Path, content, question, told);
        }
        Note(file, question, told.Answer);
        return told.Value;
    }

    private void Note(TreeFile file, string question, string answer) => Trace.Note(file.Path, Tree.IdOf(file).Sha, new MiningQuestion(question, answer));

    private Document? Parse(TreeFile file)
    {
        if (_parsed.TryGetValue(file.Path, out var known)) return known;
        if (SyntaxOf(file.Path) is not { } syntax) return null;
        var document = syntax.Parse(Tree.Read(file));
        _parsed[file.Path] = document;
        return document;
    }

    private Traits ParsedTraits(TreeFile file)
    {
        if (_traits.TryGetValue(file.Path, out var known)) return known;
        var traits = Parse(file) is { } document ? Traits.Of(NameWords.IsTemplate(file.Path) ? TemplateLearner.DocumentOf(document) : document) : Traits.None;
        _traits[file.Path] = traits;
        return traits;
    }

    private static ListedFile List(TreeFile file)
    {
        var stem = TreePath.StemOf(file.Path);
        var name = TreePath.NameOf(file.Path);
        return new ListedFile(file, TreePath.FolderOf(file.Path), stem, name[stem.Length..], NameShape.Of(stem));
    }
}
