using System.Collections.Frozen;
using System.Globalization;
using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Roles;

/// <summary>A role that makes one element of its text.</summary>
internal sealed class GenericRole(string name, RstKind kind) : RstRole(name)
{
    public override void Run(RstRoleCall call) => call.Add(kind, call.Text);
}

/// <summary>Code, with its language as a class.</summary>
internal sealed class CodeRole() : RstRole("code")
{
    public override FrozenDictionary<string, RstOptionReader> Options { get; } =
        new Dictionary<string, RstOptionReader> { ["language"] = RstOptionReaders.Unchanged }.ToFrozenDictionary(StringComparer.Ordinal);

    public override void Run(RstRoleCall call)
    {
        var literal = new RstElement(RstKind.Literal, call.Span);
        literal.Add(new RstText(call.RawContent) { Span = call.ContentSpan });
        var classes = literal.Labels.Classes;
        classes.Add("code");
        foreach (var word in call.Options.Words("class"))
        {
            if (!classes.Contains(word)) classes.Add(word);
        }

        if (call.Options.Text("language") is { Length: > 0 } language && language != "none" && !classes.Contains(language)) classes.Add(language);
        call.Add(literal);
    }
}

/// <summary>Mathematics: the text as it was written.</summary>
internal sealed class MathRole() : RstRole("math")
{
    public override void Run(RstRoleCall call) => call.Add(RstKind.Math, call.RawContent);
}

/// <summary>Text for one output format; only by way of a <c>role</c> directive that names the format.</summary>
internal sealed class RawRole() : RstRole("raw")
{
    public override FrozenDictionary<string, RstOptionReader> Options { get; } =
        new Dictionary<string, RstOptionReader> { ["format"] = RstOptionReaders.Unchanged }.ToFrozenDictionary(StringComparer.Ordinal);

    public override void Run(RstRoleCall call)
    {
        if (!call.Document.Options.RawEnabled)
        {
            call.Fail("raw (and derived) roles disabled");
            return;
        }

        if (call.Options.Text("format") is not { Length: > 0 } format)
        {
            call.Fail($"No format (Writer name) is associated with this role: \"{call.RoleName}\".\n"
                + "The \"raw\" role cannot be used directly.\nInstead, use the \"role\" directive to create a new role with an associated format.");
            return;
        }

        var raw = call.Add(RstKind.Raw, call.RawContent);
        raw["format"] = string.Join(' ', format.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        raw["xml:space"] = "preserve";
    }
}

/// <summary>A link to a PEP or an RFC by its number.</summary>
internal sealed class NumberedDocumentRole(string name, bool isPep) : RstRole(name)
{
    public override void Run(RstRoleCall call)
    {
        var text = call.Text;
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var (number, section) = hash < 0 ? (text, "") : (text[..hash], text[hash..]);
        if (!int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            || value < (isPep ? 0 : 1) || (isPep && (value > 9999 || hash >= 0)))
        {
            call.Fail(isPep
                ? $"PEP number must be a number from 0 to 9999; \"{text}\" is invalid."
                : $"RFC number must be a number greater than or equal to 1; \"{text}\" is invalid.");
            return;
        }

        var uri = isPep ? RstUris.Pep(call.Document.Options, value) : RstUris.Rfc(call.Document.Options, value) + section;
        var reference = new RstInline(RstKind.Reference, call.Span, call.Raw.AsMemory()) { ["refuri"] = uri };
        reference.Add(new RstText((isPep ? "PEP " : "RFC ") + number.Trim()) { Span = call.ContentSpan });
        foreach (var word in call.Options.Words("class")) reference.Labels.Classes.Add(word);
        call.Add(reference);
    }
}

/// <summary>A role that docutils names but does not implement.</summary>
internal sealed class UnimplementedRole(string name) : RstRole(name)
{
    /// <summary>The one that is in no language's list of names.</summary>
    public const string Hidden = "restructuredtext-unimplemented-role";

    public static bool IsHidden(string name) => name == Hidden;

    public override void Run(RstRoleCall call) => call.Fail($"Interpreted text role \"{call.RoleName}\" not implemented.");
}

/// <summary>A role that a <c>role</c> directive made: another role with options set.</summary>
internal sealed class CustomRole : RstRole
{
    private readonly RstRole _basis;
    private readonly RstOptionSet _options;

    /// <param name="name">In lower case.</param>
    /// <param name="basis">A built-in role, or one that was made, of which the options go on: a chain of roles is no deeper than one.</param>
    /// <param name="options">What the directive sets.</param>
    public CustomRole(string name, RstRole basis, RstOptionSet options)
        : base(name)
    {
        _basis = basis is CustomRole made ? made._basis : basis;
        _options = basis is CustomRole earlier ? earlier._options.Copy() : new RstOptionSet();
        foreach (var (key, value) in options.All) _options[key] = value;
    }

    public override FrozenDictionary<string, RstOptionReader> Options => _basis.Options;

    public override void Run(RstRoleCall call)
    {
        call.Options = _options;
        _basis.Run(call);
    }
}
