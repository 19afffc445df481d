using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Templates;

namespace Gavel.Core.Plans;

/// <summary>One line of work, taken apart: its own words, and what is said of it besides.</summary>
/// <param name="Text">Without markup, estimate, marks and people.</param>
internal sealed record ItemText(string Text, ItemFacts Facts)
{
    private const int MostRounds = 12;
    private const int Longest = 4000; // what a line of work never is; more is not looked through

    private static readonly string[] Dashes = [" - ", " – ", " — ", " -- ", " | ", " => ", " -> "];

    public static ItemText Of(ImmutableArray<Inline> inlines, Func<Inline.Styled, bool> isStruck)
    {
        var line = ItemLine.Of(inlines, isStruck);
        var read = Of(line.Shown, line.Masked);
        // Struck out is done, where nothing else is said of it.
        return line.IsStruck ? read with { Facts = read.Facts.Or(ItemFacts.None with { State = PlanItemState.Done }) } : read;
    }

    public static ItemText Of(string text) => Of(text, text);

    /// <param name="masked">The same length; what stands in code is blotted out.</param>
    private static ItemText Of(string text, string masked)
    {
        if (text.Length > Longest || string.IsNullOrWhiteSpace(text)) return new ItemText(text, ItemFacts.None);
        var cut = new Cutter(text, masked);
        for (var round = 0; round < MostRounds && cut.HasText; round++)
        {
            if (!(cut.Sign() || cut.Front() || cut.Brackets() || cut.Tail() || cut.LastHandles())) break;
        }
        cut.Sentence();
        if (cut.Facts.Days is null && PlanLines.Estimated(cut.Rest) is { } estimated) return estimated with { Facts = cut.Facts.Or(estimated.Facts) };
        return new ItemText(cut.Rest, cut.Facts);
    }

    /// <summary>Takes what is said besides off a text, piece by piece.</summary>
    private sealed class Cutter(string text, string masked)
    {
        private string _text = text.Trim();
        private string _masked = masked.Trim().Length == text.Trim().Length ? masked.Trim() : text.Trim();
        private int _bracketsFrom;

        public ItemFacts Facts { get; private set; } = ItemFacts.None;

        public bool HasText => _masked.Length > 0;

        public string Rest => _text.Trim().TrimEnd(':', ',', ';', '-', '–', '—', '|', ' ').Trim();

        public bool Sign()
        {
            if (StateReader.OfSign(_masked) is { } first && first.Length < _masked.Length)
            {
                Take(ItemFacts.None with { State = first.State });
                Keep(first.Length, _text.Length);
                return true;
            }
            if (StateReader.OfLastSign(_masked) is not { } last || last.Length >= _masked.Length) return false;
            Take(ItemFacts.None with { State = last.State });
            Keep(0, _text.Length - last.Length);
            return true;
        }

        // "DONE: …", "[WIP] …", "2d: …".
        public bool Front()
        {
            if (_masked[0] is '[' or '(' && CloseOf(0) is var close and > 0 && ItemFacts.Of(_masked[1..close], isBracketed: true) is { } boxed && close + 1 < _masked.Length)
            {
                Take(boxed);
                Keep(close + 1, _text.Length);
                return true;
            }
            var end = _masked.IndexOf(": ", StringComparison.Ordinal);
            foreach (var dash in Dashes)
            {
                var at = _masked.IndexOf(dash, StringComparison.Ordinal);
                if (at > 0 && (end < 0 || at < end)) end = at;
            }
            if (end is <= 0 or > 40 || ItemFacts.Of(_masked[..end], isBracketed: false) is not { } facts || _masked[(end + 1)..].Trim().Length < 3) return false;
            Take(facts);
            Keep(end + (_masked[end] == ':' ? 2 : 3), _text.Length);
            return true;
        }

        public bool Brackets()
        {
            for (var at = _masked.AsSpan(_bracketsFrom).IndexOfAny('(', '[') is var first and >= 0 ? _bracketsFrom + first : -1; at >= 0;)
            {
                var close = CloseOf(at);
                if (close > at && ItemFacts.Of(_masked[(at + 1)..close], isBracketed: true) is { } facts && (at > 0 || close + 1 < _masked.Length))
                {
                    Take(facts);
                    _text = Without(_text, at, close + 1);
                    _masked = Without(_masked, at, close + 1);
                    _bracketsFrom = Math.Min(at, _masked.Length);
                    return true;
                }
                var next = _masked.AsSpan(at + 1).IndexOfAny('(', '[');
                at = next < 0 ? -1 : at + 1 + next;
                _bracketsFrom = at < 0 ? _masked.Length : at;
            }
            return false;
        }

        // "… - 3 days", "…: LOE: ~2 days.", "…, done", "…; owner: Ann".
        public bool Tail()
        {
            var end = _masked.Length;
            while (end > 0 && _masked[end - 1] is '.' or ' ' or '!' or '*') end--;
            for (var at = end - 1; at > 0 && end - at < 160; at--)
            {
                var width = SeparatorAt(at);
                if (width == 0 || at + width >= end || ItemFacts.Of(_masked[(at + width)..end], isBracketed: false) is not { } facts) continue;
                Take(facts);
                while (at > 1 && _masked[at - 1] == '.') at--; // "… done"
                Keep(0, WithoutLabel(at));
                return true;
            }
            return false;
        }

        // "… @ann @bob", "… by @ann".
        public bool LastHandles()
        {
            var end = _masked.AsSpan().TrimEnd(" .").Length;
            var first = end;
            while (first > 0)
            {
                var start = _masked.LastIndexOf(' ', first - 1) + 1;
                var word = _masked.AsSpan(start, first - start).TrimEnd(",; ");
                if (word is not ("and" or "&" or "") && !(word[0] == '@' && word.Length > 1 && PeopleReader.EndOfHandle(_masked, start) >= start + word.Length)) break;
                first = start == 0 ? 0 : start - 1;
                if (start == 0) return false;
            }
            if (first >= end || PeopleReader.OfWhole(_masked[first..end].Trim(), isApart: false) is not { IsEmpty: false } people) return false;
            Take(ItemFacts.None with { People = people });
            var by = _masked.LastIndexOf(' ', Math.Max(first - 1, 0)) + 1;
            Keep(0, by > 0 && PlanWords.ByPerson.Is(_masked[by..first]) ? by : first);
            return true;
        }

        /// <summary>"… takes a week to review", "… 3 days", "… by 1 May 2024": within the sentence, where nothing stands apart.</summary>
        public void Sentence()
        {
            if (Facts.People.IsEmpty && PeopleReader.HandleAt(_masked, 0) is var at and >= 0) Take(ItemFacts.None with { People = [_masked[at..PeopleReader.EndOfHandle(_masked, at)]] });
            var words = WordText.Of(_masked);
            if (Facts.Due is null && DueReader.OfEnd(words) is var (due, first))
            {
                Take(ItemFacts.None with { Due = due });
                Keep(0, words.StartOf(first));
                words = WordText.Of(_masked);
            }
            if (Facts.Days is not null) return;
            var found = EffortReader.Find(words);
            if (found.Count != 1) return;
            var only = found[0];
            if (only.FirstWord > 1 && only.AfterWord < words.Count && StateReader.OfWhole(_masked[only.At.End..].Trim(), isApart: false) is { } state) // "… 3PD done"
            {
                Take(ItemFacts.None with { Days = only.Effort, State = state });
                Keep(0, only.At.Start);
                return;
            }
            var takes = PlanWords.TakesTime.Before(words, WithoutAbout(words, only.FirstWord));
            var isLast = only.AfterWord == words.Count && PlanWords.OtherTime.Before(words, WithoutAbout(words, only.FirstWord)) is null && only.FirstWord > 1;
            var isFirst = only.FirstWord == 0 && only.AfterWord < words.Count && words.Words[only.AfterWord] is "for"; // "2 days for the tests"
            if (takes is null && !only.IsPersonal && !isLast && !isFirst) return;
            Take(ItemFacts.None with { Days = only.Effort });
            if (only.AfterWord != words.Count) return;
            var from = takes?.Word ?? WithoutAbout(words, only.FirstWord);
            if (from > 0) Keep(0, Math.Min(words.StartOf(from), only.At.Start));
        }

        private static int WithoutAbout(WordText words, int at)
        {
            while (at > 0 && PlanWords.AboutEffort.Before(words, at) is { } about && PlanWords.TakesTime.Before(words, at) is null) at = about.Word;
            return at;
        }

        private void Take(ItemFacts facts) => Facts = Facts.Or(facts);

        private void Keep(int from, int to)
        {
            var lead = from;
            while (lead < to && _text[lead] is ' ' or ':' or '-' or '–' or '—') lead++;
            var end = to;
            while (end > lead && _text[end - 1] is ' ') end--;
            (_text, _masked) = (_text[lead..end], _masked[lead..end]);
            _bracketsFrom = 0;
            if (_text.Length == 0) (_text, _masked) = (" ", " ");
        }

        private int SeparatorAt(int at)
        {
            if (_masked[at] is ':' or ';' or ',' && at + 1 < _masked.Length && _masked[at + 1] == ' ') return 2;
            if (_masked[at] == '.' && at + 1 < _masked.Length && _masked[at + 1] == ' ') return 2;
            foreach (var dash in Dashes)
            {
                if (!_masked.AsSpan(at).StartsWith(dash, StringComparison.Ordinal)) continue;
                // "1 - 2 weeks" is one amount.
                var isRange = char.IsAsciiDigit(_masked[at - 1]) && at + dash.Length < _masked.Length && char.IsAsciiDigit(_masked[at + dash.Length]) && !StartsNumbered();
                return isRange ? 0 : dash.Length;
            }
            return 0;
        }

        private bool StartsNumbered() => NumberedLead.Of(_masked) is not null;

        // "Parser: LOE" before "~2 days".
        private int WithoutLabel(int end)
        {
            var rest = _masked.AsSpan(0, end).TrimEnd(" :-–—|,;");
            var start = rest.LastIndexOfAny(":;,|–—");
            if (start < 0) start = rest.LastIndexOf(" - ");
            if (start < 0) return end;
            var label = WordText.Of(rest[(start + 1)..].ToString());
            return PlanWords.EffortLabel.Is(label) || PlanWords.PeopleLabel.Is(label) || PlanWords.DueLabel.Is(label) || PlanWords.StateLabel.Is(label) ? start : end;
        }

        private int CloseOf(int open)
        {
            var close = _masked[open] == '(' ? ')' : ']';
            var limit = Math.Min(_masked.Length, open + 160);
            for (var at = open + 1; at < limit; at++)
            {
                if (_masked[at] == close) return at;
                if (_masked[at] == _masked[open]) return -1;
            }
            return -1;
        }

        private static string Without(string text, int from, int to)
        {
            var before = text[..from].TrimEnd();
            var after = text[to..].TrimStart();
            return after.Length == 0 || before.Length == 0 || after[0] is '.' or ',' or ':' or ';' ? before + after : before + " " + after;
        }
    }
}
