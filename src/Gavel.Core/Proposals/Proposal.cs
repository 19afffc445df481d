using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Proposals;

/// <summary>Template text that a proposal still has.</summary>
/// <param name="Likeness">1 for the same words; below, how much of it is the template's.</param>
public sealed record LeftoverHit(Leftover Leftover, TextSpan At, double Likeness)
{
    /// <summary>The section whose own blocks hold it; the root for text before the first heading, also for a header field.</summary>
    public required Section In { get; init; }

    /// <summary>The header field whose value it is; null elsewhere.</summary>
    public HeaderField? Field { get; init; }

    /// <summary>It is a block of its own, or an item of a list: it can be cut without touching other words.</summary>
    public bool IsWholeBlock { get; init; }
}

/// <summary>A document held to the schema of its time.</summary>
public sealed record Proposal
{
    private AnswerMap? _byKey; // one object: threads may share a proposal

    /// <summary><c>RFC-54</c>, or a path-like name where there are no numbers (CONTRACT.md, section 2).</summary>
    public required string Id { get; init; }

    public required Process Process { get; init; }

    public required Schema Schema { get; init; }

    public required Document Document { get; init; }

    /// <summary>Null for a process without numbers, and where a label stands in the number's place.</summary>
    public int? Number { get; init; }

    /// <summary>The title without name, number and separators; the heading's whole text where it does not read by the pattern.</summary>
    public required string Title { get; init; }

    /// <summary>Where the title is written (heading text or field value); empty at the start where there is none.</summary>
    public TextSpan TitleAt { get; init; }

    /// <summary>How the title reads by the schema's pattern; null where there is no title, no pattern, or it does not read.</summary>
    public TitleReading? TitleReading { get; init; }

    /// <summary>What the file pattern found in the path; null when the path fits none.</summary>
    public FileMatch? FileMatch { get; init; }

    /// <summary>The status as the proposal writes it; null when it has none.</summary>
    public string? StatusText { get; init; }

    /// <summary>Null when the text names no status of the process.</summary>
    public StatusMatch? Status { get; init; }

    /// <summary>Where the status is written; null when it comes from elsewhere (folder, index) or is absent.</summary>
    public TextSpan? StatusAt { get; init; }

    /// <summary>The folder of a directory proposal; null for a proposal of one file.</summary>
    public string? Directory { get; init; }

    /// <summary>The file's first commit, through renames; null where it is not known or was not asked for.</summary>
    public DateOnly? Created { get; init; }

    /// <summary>One for each demand, in the order of the schema.</summary>
    public required ImmutableArray<Answer> Answers { get; init; }

    /// <summary>Header fields that answer no demand, in the order of the text.</summary>
    public ImmutableArray<HeaderField> UnknownFields { get; init; } = [];

    /// <summary>Sections that answer no demand, in the order of the text; the document's title is none of them, nor is what stands below an unknown one.</summary>
    public ImmutableArray<Section> UnknownSections { get; init; } = [];

    /// <summary>Template text that is still there, in the order of the text. What may stay is among them.</summary>
    public ImmutableArray<LeftoverHit> Leftovers { get; init; } = [];

    public string Path => Document.Text.Path;

    public SourceText Text => Document.Text;

    /// <summary>The proposal stands in the status of a new one (or the process knows none and it has none).</summary>
    public bool IsInFirstStatus => Status is { } status && Process.Statuses.Initial is { } first && string.Equals(status.Status.Name, first.Name, StringComparison.Ordinal);

    public IEnumerable<Answered<T>> AnswersTo<T>() where T : Demand =>
        from answer in Answers where answer.Demand is T select new Answered<T>((T)answer.Demand, answer);

    /// <returns>Null when the schema has no such demand.</returns>
    public Answer? AnswerTo(string demandKey)
    {
        if (_byKey is not { } known || known.Of != Answers)
        {
            known = new AnswerMap(Answers, new Dictionary<string, Answer>(Answers.Length, StringComparer.Ordinal));
            foreach (var answer in Answers) known.Map.TryAdd(answer.Demand.Key, answer);
            _byKey = known;
        }
        return known.Map.GetValueOrDefault(demandKey);
    }

    /// <summary>Whether a demand holds in the proposal's status. One that starts at a status does not hold where the status is unknown.</summary>
    public bool Applies(Demand demand)
    {
        var when = demand.When;
        if (when.FromStatus is null && when.UntilStatus is null) return true;
        if (Status is not { } status) return when.FromStatus is null;
        var at = Process.Statuses.OrderOf(status.Status);
        if (when.FromStatus is { } from && Process.Statuses.Find(from) is { } first)
        {
            // A rejected or withdrawn proposal never reached the status that asks for more.
            if (IsGivenUp(status.Status.Kind) && !IsGivenUp(first.Status.Kind)) return false;
            if (at < Process.Statuses.OrderOf(first.Status)) return false;
        }
        return when.UntilStatus is not { } until || Process.Statuses.Find(until) is not { } last || at <= Process.Statuses.OrderOf(last.Status);
    }

    public Place At(TextSpan span) => Document.At(span);

    /// <summary>The place of an answer, never empty: for something absent the place where to insert it, widened to the line before.</summary>
    public Place PlaceOf(Answer answer)
    {
        if (answer.Field?.In is { } other) return Place.In(other, answer.At);
        return Document.At(answer.At.IsEmpty ? WidenedToLineBefore(answer.At.Start) : answer.At);
    }

    /// <summary>The text of the last line with something in it that begins before an offset; the first line where there is none.</summary>
    public TextSpan WidenedToLineBefore(int offset)
    {
        var lines = Text.Lines;
        for (var line = lines.LineOf(Math.Max(offset - 1, 0)); line >= 1; line--)
        {
            var span = lines.SpanOf(line);
            if (!Text.Slice(span).IsWhiteSpace()) return span;
        }
        return Text.Chars.Length == 0 ? default : lines.SpanOf(1) is { IsEmpty: false } first ? first : new TextSpan(0, 1);
    }

    // The caches of lazily made members are no part of what a proposal is.
    public bool Equals(Proposal? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private static bool IsGivenUp(StatusKind kind) => kind is StatusKind.Rejected or StatusKind.Withdrawn or StatusKind.Deferred;

    private sealed record AnswerMap(ImmutableArray<Answer> Of, Dictionary<string, Answer> Map);
}
