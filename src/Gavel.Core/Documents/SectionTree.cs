using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Documents;

/// <summary>Builds the sections out of headings and blocks in the order of the text. Does not recurse.</summary>
internal sealed class SectionTree
{
    private readonly Stack<Open> _open = new();
    private readonly TextSpan _all;

    /// <param name="all">The span of the root.</param>
    public SectionTree(TextSpan all)
    {
        _all = all;
        _open.Push(new Open(null));
    }

    public void Add(Block block) => _open.Peek().Blocks.Add(block);

    public void Add(Heading heading)
    {
        while (_open.Peek().Heading is { } open && open.Level >= heading.Level) Close();
        _open.Push(new Open(heading));
    }

    public Section Build()
    {
        while (_open.Count > 1) Close();
        var root = _open.Pop();
        return new Section(null, _all, root.Blocks.DrainToImmutable(), root.Children.DrainToImmutable());
    }

    private void Close()
    {
        var done = _open.Pop();
        var end = done.Heading!.Span.End;
        if (done.Blocks.Count > 0) end = Math.Max(end, done.Blocks[^1].Span.End);
        if (done.Children.Count > 0) end = Math.Max(end, done.Children[^1].Span.End);
        var span = TextSpan.Between(done.Heading.Span.Start, end);
        _open.Peek().Children.Add(new Section(done.Heading, span, done.Blocks.DrainToImmutable(), done.Children.DrainToImmutable()));
    }

    private sealed record Open(Heading? Heading)
    {
        public ImmutableArray<Block>.Builder Blocks { get; } = ImmutableArray.CreateBuilder<Block>();

        public ImmutableArray<Section>.Builder Children { get; } = ImmutableArray.CreateBuilder<Section>();
    }
}
