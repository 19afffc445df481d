using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gavel.Rst;

namespace Gavel.Dev;

/// <summary>
/// <c>rst-pseudoxml</c>: reads RST from standard input and prints pseudo-XML; with <c>--cases FILE</c> prints one JSON line a case. The
/// expectations in the file are not looked at. <c>rst-score FILE [FILTER]</c> does look, and shows what differs.
/// </summary>
public static class RstPseudoXml
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        if (arguments.Length == 2 && arguments[0] == "--cases")
        {
            foreach (var one in RstCase.Load(arguments[1]))
            {
                var line = new JsonObject { ["suite"] = one.Suite, ["group"] = one.Group, ["index"] = one.Index, ["output"] = OutputOf(one) };
                output.Write(line.ToJsonString(Json) + "\n");
            }

            return 0;
        }

        if (arguments.Length > 0) return Usage();
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        var options = RstOptions.Default with { SourceName = "<stdin>", Registry = RstTestRegistry.Docutils };
        output.Write(RstPseudoXmlWriter.Write(RstParser.Parse(input.ReadToEnd(), options).Root));
        return 0;
    }

    /// <summary>The tree of a case as text; for a table-parser case the table as JSON.</summary>
    public static JsonNode? OutputOf(RstCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        if (one.Kind.StartsWith("table-parser:", StringComparison.Ordinal)) return RstTableCase.Output(one);
        var document = RstParser.Parse(one.Input, one.Options());
        if (one.Kind == "transform") RstTransformCase.Apply(document, one);
        return JsonValue.Create(RstPseudoXmlWriter.Write(document.Root));
    }

    private static int Usage()
    {
        Console.Error.WriteLine("usage: rst-pseudoxml [--cases FILE]");
        return 2;
    }
}
