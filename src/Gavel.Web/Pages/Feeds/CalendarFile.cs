using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;

namespace Gavel.Web.Pages.Feeds;

/// <summary>A day, or several, in the life of a proposal.</summary>
/// <param name="Until">The last day; null for one day.</param>
internal sealed record CalendarDay(string Name, DateOnly Day, DateOnly? Until, CatalogEntry Entry)
{
    /// <summary>On <see cref="Day"/>; null for all of it.</summary>
    public DateTimeOffset? Instant { get; init; }
}

/// <summary>An iCalendar file (RFC 5545) of comment periods and dates of review.</summary>
internal sealed class CalendarFile
{
    private const int LongestLine = 74; // octets, RFC 5545, 3.1

    private readonly SiteModel _site;

    public CalendarFile(SiteModel site)
    {
        _site = site;
        var ends = site.NextSteps.Periods().Select(p => new CalendarDay(p.Title, p.End, null, p.Entry) { Instant = p.Instant });
        Days = [.. site.Catalog.Entries.SelectMany(e => DaysOf(e, site.Source.Today)).Concat(ends).OrderBy(d => d.Day).ThenBy(d => d.Entry.Id, StringComparer.Ordinal).ThenBy(d => d.Name, StringComparer.Ordinal)];
    }

    public ImmutableArray<CalendarDay> Days { get; }

    public string Key()
    {
        var key = new PageKey().Add(_site.ShellKey).Add(_site.Source.Today);
        foreach (var day in Days) key.Add(day.Name).Add(day.Day).Add(day.Until).Add(day.Instant is { } at ? Compact(at) : "").Add(day.Entry.Id).Add(day.Entry.Title);
        return key.Finish();
    }

    public PageContent Render()
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Gavel//Proposals//EN");
        Line(text, $"X-WR-CALNAME:{Escape($"{_site.Source.Name} {_site.Nouns}")}");
        foreach (var day in Days)
        {
            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{Uri.EscapeDataString(day.Entry.Id)}-{Uri.EscapeDataString(day.Name)}@{Uri.EscapeDataString(_site.Source.Name)}.gavel");
            Line(text, $"DTSTAMP:{Compact(_site.Source.Today)}T000000Z");
            if (day.Instant is { } instant)
            {
                Line(text, $"DTSTART:{Compact(instant)}");
            }
            else
            {
                Line(text, $"DTSTART;VALUE=DATE:{Compact(day.Day)}");
                // Without an end it is one day, which the last day of all has to be.
                if ((day.Until ?? day.Day) is var last && last < DateOnly.MaxValue) Line(text, $"DTEND;VALUE=DATE:{Compact(last.AddDays(1))}");
            }
            Line(text, $"SUMMARY:{Escape($"{day.Entry.Id}: {day.Name} ({day.Entry.Title})")}");
            Line(text, $"URL:{_site.Source.Address.Absolute(_site.Addresses.Of(day.Entry))}");
            Line(text, "END:VEVENT");
        }
        // Some component there must be (RFC 5545, 3.6).
        if (Days.IsEmpty)
        {
            foreach (var line in (ReadOnlySpan<string>)["BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"]) Line(text, line);
        }
        Line(text, "END:VCALENDAR");
        return new PageContent(Encoding.UTF8.GetBytes(text.ToString()), "text/calendar; charset=utf-8");
    }

    // What is still moving has dates to wait for: those in its own fields that are to come. What was is in its timeline.
    private static IEnumerable<CalendarDay> DaysOf(CatalogEntry entry, DateOnly today)
    {
        if (entry.Kind is not (StatusKind.Draft or StatusKind.Open or StatusKind.Accepted)) yield break;
        foreach (var fact in entry.Fields)
        {
            if (fact.Value is { Length: <= 40 } value && !DateFields.IsCreation(fact.Name) && FieldDates.Read(value) is { } day && day >= today) yield return new CalendarDay(fact.Name, day, null, entry);
        }
    }

    private static string Compact(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Compact(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            octets += rune.Utf8SequenceLength;
            if (octets > LongestLine)
            {
                text.Append("\r\n ");
                octets = rune.Utf8SequenceLength + 1;
            }
            text.Append(rune.ToString());
        }
        text.Append("\r\n");
    }
}
