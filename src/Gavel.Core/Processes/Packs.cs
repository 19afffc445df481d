using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Processes;

/// <summary>Processes to start from where a project has none: a gavel.yml, a template and an index page each.</summary>
public static class Packs
{
    private const string Prefix = "packs/";

    /// <summary>By name.</summary>
    public static ImmutableArray<string> Names { get; } =
        [.. Resources().Select(r => r[Prefix.Length..].Split('/')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The files of a pack, by path.</summary>
    /// <exception cref="ArgumentException">There is no such pack.</exception>
    public static ImmutableArray<NewFile> Files(string name)
    {
        var own = Resources().Where(r => r.StartsWith($"{Prefix}{name}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        if (own.Count == 0) throw new ArgumentException($"there is no pack '{name}'", nameof(name));
        return [.. own.Select(r => new NewFile(r[(Prefix.Length + name.Length + 1)..], Read(r)))];
    }

    private static IEnumerable<string> Resources() =>
        typeof(Packs).Assembly.GetManifestResourceNames().Select(n => n.Replace('\\', '/')).Where(n => n.StartsWith(Prefix, StringComparison.Ordinal));

    private static string Read(string name)
    {
        var assembly = typeof(Packs).Assembly;
        var actual = assembly.GetManifestResourceNames().First(n => string.Equals(n.Replace('\\', '/'), name, StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(actual)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
