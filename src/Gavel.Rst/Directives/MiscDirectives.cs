using System.Collections.Frozen;
using System.Collections.Immutable;
using Gavel.Rst.Parsing;
using Gavel.Rst.Roles;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Directives;

/// <summary>Classes for the next element, or for the elements of the content.</summary>
internal sealed class ClassDirective(string name) : RstDirective(name)
{
    public override int RequiredArguments => 1;

    public override bool FinalArgumentHasSpaces => true;

    public override bool HasContent => true;

    public override void Run(RstDirectiveCall call)
    {
        var classes = RstOptionReaders.Classes(call.Arguments[0]);
        if (classes.Fault is not null)
        {
            call.Fail($"Invalid class attribute value for \"{call.Name}\" directive: \"{call.Arguments[0]}\".");
            return;
        }

        var words = (ImmutableArray<string>)classes.Value!;
        if (!call.HasContent)
        {
            var pending = Pending.Of(call, "docutils.transforms.misc.ClassAttribute");
            pending.Details["class"] = words;
            pending.Details["directive"] = call.Name;
            call.Add(pending);
            return;
        }

        var content = new RstElement(RstKind.Container);
        call.ParseContent(content);
        foreach (var node in content.Detach())
        {
            if (node is RstElement element) element.Labels.Classes.AddRange(words);
            call.Add(node);
        }
    }
}

/// <summary>A new role: <c>.. role:: name(basis)</c>.</summary>
internal sealed class RoleDirective() : RstDirective("role")
{
    private static readonly GenericRole Generic = new("inline", RstKind.Inline);

    public override bool HasContent => true;

    public override void Run(RstDirectiveCall call)
    {
        var block = call.Content;
        if (block.IsEmpty || block.NumberOf(block.From) > call.Line + 1)
        {
            call.Fail($"\"{call.Name}\" directive requires arguments on the first line.");
            return;
        }

        var first = block.Line(block.From).ToString();
        if (!ReadArguments(first, out var name, out var basisName))
        {
            call.Fail($"\"{call.Name}\" directive arguments not valid role names: \"{first}\".");
            return;
        }

        RstRole? basis = Generic;
        if (basisName is not null)
        {
            var messages = new List<RstNode>();
            basis = RoleRunner.Find(call.State, basisName, messages, call.Line, call.Span);
            foreach (var message in messages) call.Add(message);
        }

        if (basis is null) call.Fail($"Unknown interpreted text role \"{basisName}\".");
        else Define(call, name, basis, block);
    }

    private static void Define(RstDirectiveCall call, string name, RstRole basis, in Block block)
    {
        var readers = basis.Options.Append(new("class", RstOptionReaders.Classes)).ToFrozenDictionary(StringComparer.Ordinal);
        var options = block.From + 1 < block.To ? block.Part(block.From + 1, block.To).WithoutBlankTop() : block with { From = block.To };
        if (RoleOptions(options.WithoutBlankEnd(), readers, call) is { } fault)
        {
            call.Fail($"Error in \"{call.Name}\" directive:\n{fault}.");
            return;
        }

        if (!call.Options.Has("class"))
        {
            var own = RstOptionReaders.Classes(name);
            if (own.Fault is not null)
            {
                call.Fail($"Invalid argument for \"{call.Name}\" directive:\n{own.Fault}.");
                return;
            }

            call.Options["class"] = own.Value;
        }

        call.State.LocalRoles[name.ToLowerInvariant()] = new CustomRole(name.ToLowerInvariant(), basis, call.Options);
    }

    /// <summary>Reads the options up to a blank line; anything else is a fault.</summary>
    private static string? RoleOptions(in Block block, FrozenDictionary<string, RstOptionReader> readers, RstDirectiveCall call)
    {
        if (block.IsEmpty) return null;
        var first = block.From;
        while (first < block.To && !block.IsBlank(first) && Markers.Field(block.Line(first)) == 0) first++;
        var end = first;
        while (end < block.To && !block.IsBlank(end)) end++;
        var fault = first < end ? DirectiveBlock.ReadOptions(block.Part(first, end), readers, call) : null;
        return fault ?? (first > block.From || end < block.To ? "no content permitted" : null);
    }

    private static bool ReadArguments(string text, out string name, out string? basis)
    {
        basis = null;
        var length = TextClasses.SimpleName(text);
        name = text[..length];
        var rest = text.AsSpan(length).Trim();
        if (rest.IsEmpty || length == 0) return length > 0;
        if (rest[0] != '(' || rest[^1] != ')') return false;
        rest = rest[1..^1].Trim();
        basis = rest.ToString();
        return rest.Length > 0 && TextClasses.SimpleName(rest) == rest.Length;
    }
}

/// <summary>The role of interpreted text that names none.</summary>
internal sealed class DefaultRoleDirective() : RstDirective("default-role")
{
    public override int OptionalArguments => 1;

    public override void Run(RstDirectiveCall call)
    {
        if (call.Arguments.IsEmpty)
        {
            call.State.DefaultRole = null;
            return;
        }

        var messages = new List<RstNode>();
        var role = RoleRunner.Find(call.State, call.Arguments[0], messages, call.Line, call.Span);
        foreach (var message in messages) call.Add(message);
        if (role is null) call.Fail($"Unknown interpreted text role \"{call.Arguments[0]}\".");
        else call.State.DefaultRole = role;
    }
}

/// <summary>The title of the document for its metadata.</summary>
internal sealed class TitleDirective() : RstDirective("title")
{
    public override int RequiredArguments => 1;

    public override bool FinalArgumentHasSpaces => true;

    public override void Run(RstDirectiveCall call) => call.Document.Root["title"] = call.Arguments[0];
}

/// <summary>Metadata, as fields.</summary>
internal sealed class MetaDirective() : RstDirective("meta")
{
    public override bool HasContent => true;

    public override void Run(RstDirectiveCall call)
    {
        if (!call.ExpectContent()) return;
        var frame = new Frame(call.Content, call.Parent, false);
        var nodes = new List<RstElement>();
        while (!frame.AtEnd)
        {
            if (frame.Block.IsBlank(frame.Line))
            {
                frame.Line++;
                continue;
            }

            var length = Markers.Field(frame.Block.Line(frame.Line));
            if (length == 0)
            {
                nodes.Add(call.Document.Report(RstSeverity.Error, "Invalid meta directive.", call.Line, call.Span, Warnings.Excerpt(call.BlockText)));
                break;
            }

            nodes.Add(One(call, frame, length));
        }

        var root = call.Document.Root;
        root.InsertRange(Pending.AfterTitles(call.State), nodes);
    }

    private static RstElement One(RstDirectiveCall call, Frame frame, int length)
    {
        var text = frame.Block.Line(frame.Line).ToString();
        var name = Escapes.Remove(text.AsSpan(1, text.AsSpan(0, length).LastIndexOf(':') - 1));
        var (number, span) = (frame.Number, frame.Block.SpanOf(frame.Line));
        var indented = frame.Indented(frame.Line, firstIndent: length);
        var content = indented.Content.WithoutBlankTop();
        frame.Line = indented.End;
        if (content.IsEmpty)
        {
            return call.Document.Report(RstSeverity.Info, $"No content for meta tag \"{name}\".", call.State.RootLine, span, Warnings.Excerpt(text));
        }

        var meta = new RstElement(RstKind.Meta, span) { ["content"] = Escapes.Remove(content.Text().Replace('\n', ' ')), Line = number };
        var isFirst = true;
        foreach (var token in name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = token.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && equals + 1 < token.Length)
            {
                meta[token[..equals].ToLowerInvariant()] = token[(equals + 1)..].Trim('"', '\'');
            }
            else if (isFirst)
            {
                meta["name"] = token;
            }
            else
            {
                var why = equals < 0 ? "missing \"=\"" : equals == 0 ? "missing attribute name before \"=\"" : $"missing value after \"{token}\"";
                return call.Document.Report(
                    RstSeverity.Error, $"Error parsing meta tag attribute \"{token}\": {why}.", number, span, Warnings.Excerpt(text));
            }

            isFirst = false;
        }

        return meta;
    }
}
