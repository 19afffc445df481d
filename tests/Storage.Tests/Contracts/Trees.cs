using Gavel.Core.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Files;
using Gavel.Storage.Git;

namespace Storage.Tests.Contracts;

public sealed class MemoryTreeTests : TreeContract
{
    protected override ITree Create(IReadOnlyList<(string Path, byte[] Content)> files) => new MemoryTree(files.Select(f => SourceText.Decode(f.Path, f.Content)));
}

public sealed class OverlayTreeTests : TreeContract
{
    // Half of the files below, half of them laid over it, one replaced, one removed.
    protected override ITree Create(IReadOnlyList<(string Path, byte[] Content)> files)
    {
        var texts = files.Select(f => SourceText.Decode(f.Path, f.Content)).ToList();
        var below = texts.Where((_, i) => i % 2 == 0).Append(SourceText.From("removed.md", "x"));
        if (texts.Count > 1) below = below.Append(SourceText.From(texts[1].Path, "another text"));
        return new OverlayTree(new MemoryTree(below), texts.Where((_, i) => i % 2 == 1), ["removed.md"]);
    }
}

public sealed class WorkTreeTests : TreeContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override ITree Create(IReadOnlyList<(string Path, byte[] Content)> files)
    {
        foreach (var (path, content) in files) _folder.Write(path, content);
        return new WorkTree(_folder.Path);
    }
}

public class RevisionTreeTests : TreeContract, IDisposable
{
    private readonly TempFolder _folder = new();
    private GitRepository? _repository;

    public void Dispose()
    {
        _repository?.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected virtual string Below => "";

    protected override ITree Create(IReadOnlyList<(string Path, byte[] Content)> files)
    {
        _folder.Init();
        _folder.Git("config", "core.autocrlf", "false");
        foreach (var (path, content) in files) _folder.Write(Below + path, content);
        if (Below.Length > 0) _folder.Write("outside.md", "x").Write(Below + "gavel.yml", "");
        var root = Root.Find(_folder.Full(Below));
        if (Below.Length > 0) File.Delete(_folder.Full(Below + "gavel.yml"));
        var commit = _folder.CommitAll("all");
        _repository = GitRepository.Open(root, new NoCache())!;
        return _repository.TreeOf(commit);
    }
}

public sealed class RevisionTreeOfASubfolderTests : RevisionTreeTests
{
    protected override string Below => "some/folder/";
}
