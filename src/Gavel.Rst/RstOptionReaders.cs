using System.Collections.Immutable;
using System.Globalization;
using Gavel.Rst.Parsing;

namespace Gavel.Rst;

/// <summary>The readers of option arguments that docutils has, with its words for what is wrong.</summary>
public static class RstOptionReaders
{
    private static readonly string[] LengthUnits = ["em", "ex", "ch", "rem", "vw", "vh", "vmin", "vmax", "cm", "mm", "Q", "in", "pt", "pc", "px"];

    private static readonly string[] Percent = [.. LengthUnits, "%"];

    public static RstOptionValue Flag(string? argument) =>
        string.IsNullOrWhiteSpace(argument) ? RstOptionValue.Of(null) : RstOptionValue.Wrong($"no argument is allowed; \"{argument}\" supplied");

    public static RstOptionValue UnchangedRequired(string? argument) =>
        argument is null ? RstOptionValue.Wrong("argument required but none supplied") : RstOptionValue.Of(argument);

    public static RstOptionValue Unchanged(string? argument) => RstOptionValue.Of(argument ?? "");

    public static RstOptionValue Path(string? argument) =>
        argument is null ? RstOptionValue.Wrong("argument required but none supplied") : RstOptionValue.Of(argument.Replace("\n", "", StringComparison.Ordinal).Trim());

    public static RstOptionValue Uri(string? argument) =>
        argument is null ? RstOptionValue.Wrong("argument required but none supplied") : RstOptionValue.Of(Escapes.Remove(Escapes.WithoutSpaces(argument)));

    public static RstOptionValue Integer(string? argument)
    {
        if (argument is null) return RstOptionValue.Wrong("int() argument must be a string, a bytes-like object or a real number, not 'NoneType'");
        var trimmed = argument.Trim();
        return int.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? RstOptionValue.Of(number)
            : RstOptionValue.Wrong($"invalid literal for int() with base 10: {PythonText.Quote(argument)}");
    }

    public static RstOptionValue NonNegative(string? argument)
    {
        var value = Integer(argument);
        return value.Value is < 0 ? RstOptionValue.Wrong("negative value; must be positive or zero") : value;
    }

    public static RstOptionValue Percentage(string? argument) => NonNegative(argument?.TrimEnd(' ', '%'));

    public static RstOptionValue PositiveList(string? argument)
    {
        if (argument is null) return RstOptionValue.Wrong("'NoneType' object has no attribute 'split'");
        var result = ImmutableArray.CreateBuilder<int>();
        var parts = argument.Contains(',', StringComparison.Ordinal) ? argument.Split(',') : argument.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts)
        {
            var value = Integer(part);
            if (value.Fault is not null) return value;
            if (value.Value is not int number || number < 1) return RstOptionValue.Wrong("negative or zero value; must be positive");
            result.Add(number);
        }

        return RstOptionValue.Of(result.ToImmutable());
    }

    public static RstOptionValue Widths(string? argument) =>
        argument is "auto" or "grid" ? RstOptionValue.Of(argument) : PositiveList(argument);

    /// <summary>A number with a unit of length, or none.</summary>
    public static RstOptionValue Length(string? argument) => Measure(argument, LengthUnits);

    public static RstOptionValue LengthOrPercentage(string? argument) => Measure(argument, Percent);

    public static RstOptionValue Classes(string? argument)
    {
        if (argument is null) return RstOptionValue.Wrong("argument required but none supplied");
        var result = ImmutableArray.CreateBuilder<string>();
        foreach (var name in argument.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var id = ReferenceNames.MakeId(name);
            if (id.Length == 0) return RstOptionValue.Wrong($"cannot make \"{name}\" into a class name");
            result.Add(id);
        }

        return RstOptionValue.Of(result.ToImmutable());
    }

    /// <summary>A reader that takes one of some words.</summary>
    public static RstOptionReader Choice(params string[] values) => argument =>
    {
        var known = values.Length == 1
            ? $"\"{values[0]}\""
            : string.Join(", ", values[..^1].Select(static v => $"\"{v}\"")) + $", or \"{values[^1]}\"";
        var word = argument?.Trim().ToLowerInvariant();
        if (word is null) return RstOptionValue.Wrong($"must supply an argument; choose from {known}");
        return Array.IndexOf(values, word) >= 0 ? RstOptionValue.Of(word) : RstOptionValue.Wrong($"\"{argument}\" unknown; choose from {known}");
    };

    /// <summary>One character: itself, <c>tab</c>, <c>space</c>, or a code as the <c>unicode</c> directive takes it.</summary>
    public static RstOptionValue CharacterOrSpace(string? argument) =>
        argument switch { "tab" => RstOptionValue.Of("\t"), "space" => RstOptionValue.Of(" "), _ => SingleCharacter(argument) };

    /// <summary>One character: itself, or a code as the <c>unicode</c> directive takes it.</summary>
    public static RstOptionValue SingleCharacter(string? argument)
    {
        if (argument is null) return RstOptionValue.Wrong("argument required but none supplied");
        var text = CharacterCodes.Read(argument, out var fault) ?? fault ?? argument;
        return text.Length == 1 ? RstOptionValue.Of(text) : RstOptionValue.Wrong($"{PythonText.Quote(text)} invalid; must be a single character or a Unicode code");
    }

    public static RstOptionValue Encoding(string? argument) => UnchangedRequired(argument);

    private static RstOptionValue Measure(string? argument, string[] units)
    {
        var text = argument?.Trim() ?? "";
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
        var number = text[..end];
        var unit = text[end..].TrimStart();
        var isNumber = number.Length > 0 && number != "." && number.Count(static c => c == '.') <= 1;
        if (!isNumber || (unit.Length > 0 && Array.IndexOf(units, unit) < 0))
        {
            return RstOptionValue.Wrong($"not a positive number or measure of one of the following units:\n{string.Join(", ", units)}");
        }

        return RstOptionValue.Of(number + unit);
    }
}
