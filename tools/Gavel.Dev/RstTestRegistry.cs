using System.Collections.Frozen;
using Gavel.Rst;
using Gavel.Rst.Directives;
using Gavel.Rst.Tree;

namespace Gavel.Dev;

/// <summary>What docutils itself knows: no directive or role of Sphinx, but the directive that shows how directives are read.</summary>
internal static class RstTestRegistry
{
    public static RstRegistry Docutils { get; } = RstRegistry.Docutils.With(new TestDirective());

    private sealed class TestDirective() : RstDirective("restructuredtext-test-directive")
    {
        public override int OptionalArguments => 1;

        public override bool FinalArgumentHasSpaces => true;

        public override bool HasContent => true;

        public override FrozenDictionary<string, RstOptionReader> Options { get; } = OptionTable(("option", RstOptionReaders.UnchangedRequired));

        public override void Run(RstDirectiveCall call)
        {
            var arguments = string.Join(", ", call.Arguments.Select(RstPseudoXmlWriter.Quote));
            var options = string.Join(", ", call.Options.All.Select(static o => $"'{o.Key}': {RstPseudoXmlWriter.Quote(o.Value as string ?? "")}"));
            var head = $"Directive processed. Type=\"{call.Name}\", arguments=[{arguments}], options={{{options}}}, content:";
            if (!call.HasContent)
            {
                call.Report(RstSeverity.Info, head + " None");
                return;
            }

            var content = new RstElement(RstKind.LiteralBlock, call.ContentText) { ["xml:space"] = "preserve" };
            call.Report(RstSeverity.Info, head, content);
        }
    }
}
