using System.Collections.Immutable;

namespace Gavel.Rst;

/// <summary>Reads the argument of a directive's or role's option.</summary>
/// <param name="argument">Null where the option has none.</param>
public delegate RstOptionValue RstOptionReader(string? argument);

/// <summary>What an option's argument means.</summary>
/// <param name="Value">A string, an int, a bool, an array of strings or ints, or null for a flag.</param>
/// <param name="Fault">Why the argument is wrong; null where it is right.</param>
public readonly record struct RstOptionValue(object? Value, string? Fault)
{
    public static RstOptionValue Wrong(string fault) => new(null, fault);

    public static RstOptionValue Of(object? value) => new(value, null);
}

/// <summary>The options that a directive or role was given.</summary>
public sealed class RstOptionSet
{
    private readonly SortedDictionary<string, object?> _values = new(StringComparer.Ordinal);

    public bool Has(string name) => _values.ContainsKey(name);

    public object? this[string name]
    {
        get => _values.GetValueOrDefault(name);
        set => _values[name] = value;
    }

    public IEnumerable<KeyValuePair<string, object?>> All => _values;

    /// <summary>The option as text, null where it is absent.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name) switch
    {
        null => null,
        string text => text,
        int number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };

    public int Number(string name, int otherwise) => _values.GetValueOrDefault(name) is int number ? number : otherwise;

    public ImmutableArray<string> Words(string name) => _values.GetValueOrDefault(name) is ImmutableArray<string> words ? words : [];

    internal RstOptionSet Copy()
    {
        var copy = new RstOptionSet();
        foreach (var (name, value) in _values) copy._values[name] = value;
        return copy;
    }
}
