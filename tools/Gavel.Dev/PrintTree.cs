using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Text;

namespace Gavel.Dev;

/// <summary><c>./dev print-tree FILE…</c>: the document tree of each file, as the golden cases have it.</summary>
internal static class PrintTree
{
    public static int Run(IReadOnlyList<string> paths, TextWriter output)
    {
        ISyntax[] syntaxes = [new MarkdownSyntax(), new RstSyntax()];
        foreach (var path in paths)
        {
            var text = SourceText.Decode(path.Replace('\\', '/'), File.ReadAllBytes(path));
            if (paths.Count > 1) output.Write($"== {path}\n");
            output.Write(DocumentPrinter.Print((Array.Find(syntaxes, s => s.Reads(path)) ?? syntaxes[0]).Parse(text)));
        }
        return 0;
    }
}
