namespace Gavel.Core.Templates;

public static class SectionShares
{
    private const int Fewest = 5; // proposals; fewer say nothing of what is usual
    private const int Ages = 40; // so many proposals come from several ages

    /// <returns>Null where there are too few proposals to tell.</returns>
    public static SectionShare? Of(int with, int of)
    {
        if (of < Fewest) return null;
        if (with * 5 < of) return of < Ages ? SectionShare.HardlyAny : SectionShare.HardlyAnyOfMany;
        if (with * 3 < of) return SectionShare.UnderAThird;
        if (with * 2 < of) return SectionShare.UnderHalf;
        return with * 4 < of * 3 ? SectionShare.UnderThreeQuarters : SectionShare.Most;
    }

    public static string Words(this SectionShare share) => share switch
    {
        SectionShare.UnderAThird => "fewer than a third of the proposals have it",
        SectionShare.UnderHalf => "fewer than half of the proposals have it",
        SectionShare.UnderThreeQuarters => "at least half of the proposals have it",
        SectionShare.Most => "most proposals have it",
        _ => "hardly any proposal has it",
    };
}
