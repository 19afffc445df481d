using System.Text;

namespace Gavel.Cli.CommandLine;

/// <summary>Knows whether something was written to standard error.</summary>
internal sealed class NotedWriter(TextWriter error) : TextWriter(error.FormatProvider)
{
    private volatile bool _isWritten;

    public override Encoding Encoding => error.Encoding;

    public bool IsWritten => _isWritten;

    /// <summary>Stands before standard error from now on.</summary>
    public static NotedWriter OverError()
    {
        var noted = new NotedWriter(Console.Error);
        Console.SetError(noted);
        return noted;
    }

    public override void Write(char value)
    {
        _isWritten = true;
        error.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        _isWritten = true;
        error.Write(buffer, index, count);
    }

    public override void Write(string? value)
    {
        _isWritten = true;
        error.Write(value);
    }

    public override void WriteLine(string? value)
    {
        _isWritten = true;
        error.WriteLine(value);
    }

    public override void Flush() => error.Flush();
}
