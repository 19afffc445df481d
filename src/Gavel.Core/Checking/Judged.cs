using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;

namespace Gavel.Core.Checking;

internal sealed record JudgedProposal(string Id, string Path);

/// <summary>What a check of everything found, before any baseline: from it follows what a check of one proposal would find.</summary>
public sealed class Judged
{
    private const byte Format = 1; // changes with the shape of the bytes

    private readonly ImmutableArray<JudgedProposal> _proposals;
    private readonly ImmutableArray<Finding> _findings;

    internal Judged(ImmutableArray<JudgedProposal> proposals, ImmutableArray<Finding> findings)
    {
        _proposals = proposals;
        _findings = findings;
    }

    /// <summary>How many proposals the catalog has.</summary>
    public int Proposals => _proposals.Length;

    /// <summary>The report on everything.</summary>
    public Report Report(Baseline baseline) => Checker.Held(_findings, _proposals.Length, baseline);

    /// <summary>The report on some proposals of what <see cref="ToBytes"/> gave.</summary>
    /// <param name="paths">Files, no folders; empty for everything.</param>
    /// <returns>Null where the bytes are damaged, or it takes a check to tell: where proposals are judged in one of the files that is not their main document.</returns>
    public static (Report Report, int Proposals)? ReportFrom(byte[] bytes, ImmutableArray<string> paths, Baseline baseline)
    {
        try
        {
            using var reader = new RecordReader(new MemoryStream(bytes, writable: false));
            if (reader.ReadByte() != Format) return null;
            var all = reader.ReadInt32();
            var asked = new HashSet<string>(paths, StringComparer.Ordinal);
            if (asked.Contains(Configuration.FileName)) return null; // that an exemption is for nothing, only a check of everything says
            var ids = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < all; i++)
            {
                var id = reader.ReadString();
                if (asked.Contains(reader.ReadString())) ids.Add(id);
            }
            var findings = ImmutableArray.CreateBuilder<Finding>();
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var (path, proposal, length) = (reader.ReadString(), reader.ReadText(), reader.ReadInt32());
                var isOwn = proposal is not null && ids.Contains(proposal);
                if (asked.Count > 0 && !isOwn && !asked.Contains(path))
                {
                    reader.BaseStream.Position += length;
                    continue;
                }
                // What one proposal says of another in a file that was asked for: the check must say how it is counted.
                if (asked.Count > 0 && !isOwn && proposal is not null) return null;
                findings.Add(new Finding(reader.ReadDiagnostic(), reader.ReadString()));
            }
            return (Checker.Held(findings.ToImmutable(), asked.Count == 0 ? all : ids.Count, baseline), all);
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new RecordWriter(stream);
        writer.Write(Format);
        writer.Write(_proposals.Length);
        foreach (var proposal in _proposals)
        {
            writer.Write(proposal.Id);
            writer.Write(proposal.Path);
        }
        writer.Write(_findings.Length);
        foreach (var finding in _findings)
        {
            writer.Write(finding.Diagnostic.At.Path);
            writer.WriteText(finding.Diagnostic.Proposal);
            writer.Write(0); // the length, known behind it
            writer.Flush();
            var start = stream.Position;
            writer.Write(finding.Diagnostic);
            writer.Write(finding.Fingerprint);
            writer.Flush();
            var end = stream.Position;
            stream.Position = start - sizeof(int);
            writer.Write((int)(end - start));
            writer.Flush();
            stream.Position = end;
        }
        return stream.ToArray();
    }
}
