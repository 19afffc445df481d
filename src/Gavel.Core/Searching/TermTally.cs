using System.Collections.Immutable;

namespace Gavel.Core.Searching;

/// <summary>Where and how a word stands in a proposal.</summary>
[Flags]
public enum TermUse
{
    None = 0,

    /// <summary>In the id or the title.</summary>
    Titled = 1,

    /// <summary>One of the words that the title is measured by: see <see cref="DocumentTerms.TitleTerms"/>.</summary>
    TitleTerm = 2,

    /// <summary>As a word by itself.</summary>
    Plain = 4,

    /// <summary>As a word by itself in the id or the title.</summary>
    PlainInTitle = 8,

    /// <summary>As a compound.</summary>
    Joined = 16,

    /// <summary>It weighs <see cref="Ranking.StrongLevel"/> and more.</summary>
    Strong = 32,
}

/// <summary>A word of a proposal.</summary>
/// <param name="Number">See <see cref="TermTally.TermOf"/>.</param>
public readonly record struct TalliedTerm(int Number, byte Level, TermUse Use)
{
    public bool Is(TermUse use) => (Use & use) != TermUse.None;
}

/// <summary>What an index keeps of a proposal, its words as numbers. It belongs to the counter that made it, and holds until that counts the next proposal.</summary>
public sealed class TermTally
{
    /// <summary>Stands for no word: phrases do not reach over it.</summary>
    public const int Gap = -1;

    private readonly TermPool _pool;
    private readonly List<int> _sequence;

    internal TermTally(TermPool pool, List<int> sequence) => (_pool, _sequence) = (pool, sequence);

    /// <summary>When it is another one than before, every number means another word.</summary>
    public int Epoch { get; internal set; }

    /// <summary>All numbers are below.</summary>
    public int Numbers => _pool.Count;

    /// <summary>The words of the id and of the title, a gap behind each of the two.</summary>
    public ReadOnlySpan<int> Title => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_sequence)[..TitleLength];

    /// <summary>The words of the blocks, a gap behind each.</summary>
    public ReadOnlySpan<int> Text => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_sequence)[TitleLength..];

    /// <summary><see cref="Title"/> and then <see cref="Text"/>.</summary>
    public ReadOnlySpan<int> All => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_sequence);

    /// <summary>The different words, compounds too, in the order of their coming.</summary>
    public ReadOnlySpan<TalliedTerm> Terms => TermList.AsSpan(0, TermCount);

    /// <summary>How many different words the title is measured by; compounds are not counted.</summary>
    public int TitleCount { get; internal set; }

    /// <summary>The names of the facts, each once.</summary>
    public ImmutableArray<string> FactNames { get; internal set; } = [];

    /// <summary>To be filtered by: <c>name=word</c>, each once, in ordinal order.</summary>
    public ImmutableArray<string> Facts { get; internal set; } = [];

    /// <summary>The id's letters and digits.</summary>
    public string IdKey { get; internal set; } = "";

    internal int TitleLength { get; set; }

    internal TalliedTerm[] TermList { get; set; } = [];

    internal int TermCount { get; set; }

    public string TermOf(int number) => _pool[number];
}
