using System.Globalization;
using System.Text;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking.Rules;

/// <summary>The pages of the rules: what stands beside each rule in <c>&lt;Fault&gt;.md</c>, under a heading that is generated.</summary>
public static class RulePages
{
    /// <summary>A rule's page in Markdown, lines ended by LF.</summary>
    /// <returns>Null when there is no such rule.</returns>
    public static string? Of(string rule)
    {
        if (RuleSet.Find(rule) is not { } info || Body(info) is not { } body) return null;
        return $"# {info.Name}\n\n{info.Summary} Default severity: {Name(info.Severity)}.\n\n{body}";
    }

    /// <summary>The files of <c>docs/rules</c>: a page for each rule, and the list of them; paths relative to that folder.</summary>
    public static IEnumerable<(string Path, string Content)> All()
    {
        var list = new StringBuilder("# Rules\n\nThis folder is generated from the pages beside the rules in `src/Gavel.Core/Checking/Rules`.\n\n");
        list.Append("| Rule | Severity | What is wrong |\n| --- | --- | --- |\n");
        foreach (var info in RuleSet.Infos.OrderBy(i => i.Name, StringComparer.Ordinal))
        {
            list.Append(CultureInfo.InvariantCulture, $"| [{info.Name}]({info.Name}.md) | {Name(info.Severity)} | {info.Summary} |\n");
            if (Of(info.Name) is { } page) yield return ($"{info.Name}.md", page);
        }
        list.Append("\n## The examples\n\nEach block of an example is a repository: `==> path <==` begins a file, `before: path` shows it as it was in the base of `--changed-since`, `path @ 2024-01-31` was committed on that day. What an example does not show is as below. The tests check every one.\n\n");
        list.Append("~~~~ repository\n").Append(BaseRepository).Append("~~~~\n");
        yield return ("README.md", list.ToString());
    }

    /// <summary>The files that each example has unless it brings its own, in the form of the examples.</summary>
    public const string BaseRepository =
        """
        ==> gavel.yml <==
        version: 1
        processes:
          - name: RFC
            template: rfcs/template.md
            files: rfcs/{number}-{slug}.md
        ==> rfcs/template.md <==
        # RFC NNNN: Title of the change

        - **Status**: draft | accepted | done | superseded
        - **Author**: _name_

        ## Summary

        _What changes, in one paragraph._

        ## Design

        _How it works, for somebody who will build it._

        """;

    private static string? Body(RuleInfo info)
    {
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream($"rules/{ClassName(info.Name)}.md");
        if (stream is null) return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary><c>section-missing</c> is described in SectionMissing.md.</summary>
    private static string ClassName(string rule) =>
        string.Concat(rule.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Name(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => "off",
    };
}
