using System.Globalization;
using System.Text;
using Gavel.Core.Reporting;

namespace Gavel.Cli.CommandLine;

/// <summary>Standard error without what would steer the terminal: messages hold names of files and words of texts that anybody wrote.</summary>
internal sealed class SafeErrors() : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly Lazy<StreamWriter> _error = new(() => new StreamWriter(Console.OpenStandardError(), Console.OutputEncoding) { AutoFlush = true });

    public override Encoding Encoding => _error.Value.Encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) => _error.Value.Write(TerminalText.SafeLines(value ?? ""));

    public override void WriteLine(string? value) => _error.Value.WriteLine(TerminalText.SafeLines(value ?? ""));
}
