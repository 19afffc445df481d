using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;
using Gavel.Core.Timelines;

namespace Gavel.Web.Pages;

/// <summary>
/// Makes the key of a page out of everything that the page says. 128 bits against accidents only, at several bytes a nanosecond: a catalog has more to say than
/// a cryptographic digest in managed code keeps up with.
/// </summary>
internal sealed class PageKey
{
    // Odd, with about as many ones as zeros; any others would do.
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xD1B54A32D192ED03;
    private const ulong Third = 0x8CB92BA72F3D8DD7;

    private ulong _left = 0x243F6A8885A308D3;
    private ulong _right = 0x13198A2E03707344;

    public PageKey Add(string? text)
    {
        if (text is null)
        {
            Mix(ulong.MaxValue);
            return this;
        }
        // The length before the text keeps "a", "bc" apart from "ab", "c".
        Mix((ulong)text.Length);
        MixAll(MemoryMarshal.AsBytes(text.AsSpan()));
        return this;
    }

    private void MixAll(ReadOnlySpan<byte> rest)
    {
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..]) Mix(MemoryMarshal.Read<ulong>(rest));
        var last = 0UL;
        for (var i = 0; i < rest.Length; i++) last |= (ulong)rest[i] << (8 * i);
        if (rest.Length > 0) Mix(last);
    }

    /// <summary>The key of some bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var key = new PageKey();
        key.Mix((ulong)bytes.Length);
        key.MixAll(bytes);
        return key.Finish();
    }

    public PageKey Add(int number)
    {
        Mix((ulong)(uint)number);
        return this;
    }

    public PageKey Add(DateOnly? date) => Add(date?.DayNumber ?? -1);

    public PageKey Add(DateTimeOffset time)
    {
        Mix((ulong)time.UtcTicks);
        return Add((int)time.Offset.TotalMinutes);
    }

    public PageKey Add(IEnumerable<string> texts)
    {
        foreach (var text in texts) Add(text);
        return Add("");
    }

    /// <summary>All that a timeline says of something that happened.</summary>
    public PageKey Add(TimelineEvent happened) => Add((int)happened.Kind).Add(happened.Recorded).Add(happened.Effective).Add(happened.By).Add(happened.Commit).Add(happened.Path)
        .Add(happened.Name).Add(happened.From).Add(happened.To).Add(happened.Bulk ?? -1).Add(happened.Subject);

    public PageKey Add(ShownDecision decision) => Add(decision.Date).Add(decision.By).Add(decision.Text).Add(decision.Note).Add(decision.Recorded);

    /// <summary>All that a page says of a finding.</summary>
    public PageKey Add(Finding finding)
    {
        var diagnostic = finding.Diagnostic;
        return Add(finding.Fingerprint).Add((int)diagnostic.Severity).Add(diagnostic.Message).Add(diagnostic.Help).Add(diagnostic.Fix?.Description)
            .Add(diagnostic.Reason is Reason.TemplateLine line ? line.Text : null).Add(diagnostic.At.Start.Line);
    }

    /// <returns>32 hex digits.</returns>
    public string Finish() => string.Create(CultureInfo.InvariantCulture, $"{Fold(_left ^ _right, First):x16}{Fold(_right ^ BitOperations.RotateLeft(_left, 23), Second):x16}");

    private void Mix(ulong value)
    {
        _left = Fold(_left ^ value, First) + Third;
        _right = Fold(_right ^ BitOperations.RotateLeft(value, 32), Second) + First;
    }

    // Both halves of the whole product: every bit of the input reaches every bit of the output.
    private static ulong Fold(ulong value, ulong by)
    {
        var high = Math.BigMul(value, by, out var low);
        return high ^ low;
    }
}
