using System.Text;
using Gavel.Cli.CommandLine;

// A file or a pipe gets the same bytes everywhere, in large pieces.
if (Console.IsOutputRedirected) Console.SetOut(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" });
Console.SetError(new SafeErrors());
var status = Edge.Run(args);
Console.Out.Flush();
return (int)status;
