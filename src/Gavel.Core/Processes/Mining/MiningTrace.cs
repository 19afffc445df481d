using System.Text;

namespace Gavel.Core.Processes.Mining;

/// <param name="Text">What was asked of a document; <see cref="MiningTrace.Whole"/> for all that it says.</param>
/// <param name="Answer">A digest; empty for a whole document, which its content id answers for.</param>
internal sealed record MiningQuestion(string Text, string Answer);

/// <summary>
/// What mining asked of each document, and what it was told. As long as the same documents are there and give the same answers, mining
/// comes to the same end: an edit asks one document again instead of reading all of them. Safe for use by several threads.
/// </summary>
internal sealed class MiningTrace
{
    /// <summary>Anything in the document may have counted.</summary>
    public const string Whole = "whole";

    private const int Format = 1;
    private const int Many = 16; // documents that are asked again each time before the trace is written anew

    private readonly Dictionary<string, TracedFile> _files = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public void Note(string path, string id, MiningQuestion question)
    {
        lock (_lock)
        {
            if (!_files.TryGetValue(path, out var file)) _files[path] = file = new TracedFile(id);
            if (!file.Questions.Exists(q => string.Equals(q.Text, question.Text, StringComparison.Ordinal))) file.Questions.Add(question);
        }
    }

    /// <summary>Whether every document gives the answers that it gave; only those whose content is another are asked.</summary>
    /// <param name="isWorn">Whether so many were asked that the trace should be written anew.</param>
    public bool Holds(Listing listing, out bool isWorn)
    {
        var asked = 0;
        isWorn = false;
        foreach (var path in _files.Keys)
        {
            var file = _files[path];
            if (listing.Tree.Find(path) is not { } now) return false;
            var id = listing.Tree.IdOf(now).Sha;
            if (string.Equals(id, file.Id, StringComparison.Ordinal)) continue;
            foreach (var question in file.Questions)
            {
                if (question.Text is Whole || !string.Equals(listing.AnswerTo(now, question.Text), question.Answer, StringComparison.Ordinal)) return false;
            }
            file.Id = id;
            isWorn = ++asked >= Many;
        }
        return true;
    }

    /// <summary>Whether a document gives the answers that it gave, whatever else it says.</summary>
    public bool HoldsFor(Listing listing, string path)
    {
        if (!_files.TryGetValue(path, out var file)) return true; // nobody asked it
        if (listing.Tree.Find(path) is not { } now) return false;
        foreach (var question in file.Questions)
        {
            if (question.Text is Whole || !string.Equals(listing.AnswerTo(now, question.Text), question.Answer, StringComparison.Ordinal)) return false;
        }
        return true;
    }

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        var paths = new List<string>(_files.Keys);
        paths.Sort(StringComparer.Ordinal);
        var order = new List<string>(); // each question's text once
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            _files[path].Questions.Sort(static (a, b) => string.CompareOrdinal(a.Text, b.Text)); // threads note in no order
            foreach (var question in _files[path].Questions)
            {
                if (places.TryAdd(question.Text, order.Count)) order.Add(question.Text);
            }
        }
        writer.Write(Format);
        writer.Write(order.Count);
        foreach (var text in order) writer.Write(text);
        writer.Write(paths.Count);
        foreach (var path in paths)
        {
            writer.Write(path);
            writer.Write(_files[path].Id);
            writer.Write(_files[path].Questions.Count);
            foreach (var question in _files[path].Questions)
            {
                writer.Write(places[question.Text]);
                writer.Write(question.Answer);
            }
        }
        writer.Flush();
        return stream.ToArray();
    }

    /// <returns>Null for bytes of another format, or damaged ones.</returns>
    public static MiningTrace? Read(byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
            if (reader.ReadInt32() != Format) return null;
            var texts = new List<string>();
            for (var left = reader.ReadInt32(); left > 0; left--) texts.Add(reader.ReadString());
            var trace = new MiningTrace();
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var path = reader.ReadString();
                var file = trace._files[path] = new TracedFile(reader.ReadString());
                for (var questions = reader.ReadInt32(); questions > 0; questions--) file.Questions.Add(new MiningQuestion(texts[reader.ReadInt32()], reader.ReadString()));
            }
            return trace;
        }
        catch (Exception error) when (error is IOException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private sealed class TracedFile(string id)
    {
        public string Id { get; set; } = id;

        public List<MiningQuestion> Questions { get; } = [];
    }
}
