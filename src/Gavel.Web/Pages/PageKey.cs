using System.Globalization;
using Gavel.Core.Text;

namespace Gavel.Web.Pages;

/// <summary>Makes the key of a page out of everything that the page says.</summary>
internal sealed class PageKey
{
    private readonly Sha256 _hash = new();

    public PageKey Add(string? text)
    {
        // The length before the text keeps "a", "bc" apart from "ab", "c".
        _hash.AppendLine(text is null ? "-" : text.Length.ToString(CultureInfo.InvariantCulture));
        if (text is not null) _hash.AppendLine(text);
        return this;
    }

    public PageKey Add(int number) => Add(number.ToString(CultureInfo.InvariantCulture));

    public PageKey Add(DateOnly? date) => Add(date?.ToString("O", CultureInfo.InvariantCulture));

    public PageKey Add(IEnumerable<string> texts)
    {
        foreach (var text in texts) Add(text);
        return Add("");
    }

    public string Finish() => _hash.FinishHex(32);
}
