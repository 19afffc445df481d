namespace Gavel.Core.Searching;

/// <summary>Where in a proposal a word stands.</summary>
public enum Zone
{
    /// <summary>Id and title.</summary>
    Title,
    Field,
    Heading,

    /// <summary>The first words of the text.</summary>
    Lead,
    Text,
    Code,
}

/// <summary>
/// The one table of the ranking: BM25F over the zones, with lengths measured against fixed ones, so that what a word weighs in a proposal depends on that
/// proposal alone. All that follows from it is whole numbers: the store, memory and the script of the static site get the same sums.
/// </summary>
internal static class Ranking
{
    /// <param name="Weight">What one word counts.</param>
    /// <param name="Slope">How much the zone's length matters: 0 not at all, 1 in proportion.</param>
    /// <param name="Length">The usual length in words.</param>
    public sealed record ZoneWeight(Zone Zone, double Weight, double Slope, double Length);

    /// <summary>In the order of <see cref="Zone"/>.</summary>
    public static readonly ZoneWeight[] Zones =
    [
        new(Zone.Title, 10, 0.3, 6),
        new(Zone.Field, 4, 0.5, 24),
        new(Zone.Heading, 3, 0.5, 60),
        new(Zone.Lead, 2, 0.3, 100),
        new(Zone.Text, 1, 0.7, 1500),
        new(Zone.Code, 0.4, 0.7, 500),
    ];

    /// <summary>How many words lead.</summary>
    public const int LeadWords = 100;

    /// <summary>The weight at which a word has half of what it can have.</summary>
    public const double Saturation = 6;

    /// <summary>The most that a word can weigh in a proposal; the least is 1.</summary>
    public const int TopLevel = 93;

    /// <summary>From this level on a word is strong: such proposals are candidates before the others.</summary>
    public const int StrongLevel = 36;

    /// <summary>What an alternative of a word counts, out of <see cref="Whole"/>.</summary>
    public const int Whole = 8;
    public const int PartsShare = 6;
    public const int PrefixShare = 5;
    public const int NearShare = 5;
    public const int FarShare = 3;

    /// <summary>Added to the measure of rarity, so that a word that stands everywhere still counts.</summary>
    public const int RarityFloor = 8;

    /// <summary>How many words of a query are looked at, completions of one beginning, corrections of one word, and terms in all.</summary>
    public const int MaxWords = 12;
    public const int MaxCompletions = 12;
    public const int MaxCorrections = 6;
    public const int MaxTerms = 64;

    /// <summary>The factor is this, and as much again in proportion to the words that the title has, and once more for a title of these words alone.</summary>
    public const int TitleStep = 8;

    /// <summary>Beside what the proposal is worth by itself (<see cref="Standing"/>).</summary>
    public const int StandingStep = 20;

    /// <summary>A query that is an id or a number.</summary>
    public const long IsId = 1L << 44;

    /// <summary>The factor where a query has an id in it.</summary>
    public const int HasId = 4;
}
