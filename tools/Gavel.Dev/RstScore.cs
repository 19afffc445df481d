using System.Text.Json;

namespace Gavel.Dev;

/// <summary>Compares the output of the cases with what docutils gave.</summary>
public static class RstScore
{
    /// <summary>Whether the case gives what its line says.</summary>
    public static bool Passes(RstCase one, out string expected, out string actual)
    {
        ArgumentNullException.ThrowIfNull(one);
        var output = RstPseudoXml.OutputOf(one)!;
        if (one.Expected is { } xml)
        {
            expected = xml.TrimEnd('\n');
            actual = output.GetValue<string>().TrimEnd('\n');
            return expected == actual;
        }

        if (one.Data.TryGetProperty("expected_error", out var error) && error.ValueKind == JsonValueKind.String)
        {
            expected = error.GetString()!;
            actual = output.ToString();
        }
        else
        {
            expected = JsonSerializer.Serialize(one.Data.GetProperty("expected_table"));
            actual = JsonSerializer.Serialize(output);
        }

        return expected == actual;
    }

    public static int Run(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var filter = arguments.Length > 1 ? arguments[1] : "";
        var failures = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (passed, total) = (0, 0);
        foreach (var one in RstCase.Load(arguments[0]))
        {
            if (one.NeedsEnvironment || (filter.Length == 0 && one.Kind == "transform") || !(one.Kind + "|" + one.Name).Contains(filter, StringComparison.Ordinal)) continue;
            total++;
            if (Passes(one, out var expected, out var actual))
            {
                passed++;
                continue;
            }

            failures[one.Suite] = failures.GetValueOrDefault(one.Suite) + 1;
            if (filter.Length > 0) Console.WriteLine($"===== {one.Kind} {one.Name}\n{one.Input}\n----- expected\n{expected}\n----- actual\n{actual}\n");
        }

        foreach (var (suite, count) in failures) Console.WriteLine($"{count,4}  {suite}");
        Console.WriteLine($"{passed} of {total}");
        return 0;
    }
}
