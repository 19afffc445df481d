using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Text;

namespace Core.Tests.Processes;

public sealed class ConfigurationTests
{
    private const string Everything =
        """
        version: 1
        processes:
          - name: ZIP
            template: [props/zip-template.md, props/zip-short.md]
            files: props/zip-{number}-{slug}.md # a comment
            header: meta.yaml
            exclude: [props/README.md]
            number: issue
            status: folder
            index: props/README.md
            anchors: gitlab
            statuses:
              In Talks: { kind: open, aliases: [Talks], stale-after: 6m }
              Agreed:
            axes: { stage: { field: Stage, values: [alpha, beta] } }
            forbid: [{ status: Agreed, stage: alpha }]
            transitions: [{ from: In Talks, to: Agreed, policy: two }]
            sections: { Value: { aliases: Worth, required: false, max-words: 20 } }
            fields: { Release: { required-from: Agreed } }
        policies: { two: { approvals: 2, from: [keepers], objections: block, period: 10d, on-objection: restart } }
        people: { ann: { names: [Ann Lee], emails: [ann@example.org], handles: [annl] }, bo: {} }
        groups: { keepers: [ann, bo] }
        rules: { section-missing: warning, "leftover-*": off }
        overrides: [{ when: { status: [Agreed], number: 1-15, created-before: 2020-01-21 }, rules: { section-missing: off } }]
        exemptions: [{ rule: section-missing, proposal: ZIP-2, reason: agreed, until: 2027-01-01 }]
        """;

    [Fact]
    public void All_keys_are_read()
    {
        var (configuration, faults) = Configuration.Parse(SourceText.From("gavel.yml", Everything), ["section-missing", "leftover-placeholder"]);

        Assert.Empty(faults);
        var process = Assert.Single(configuration!.Processes);
        Assert.Equal("ZIP", process.Name);
        Assert.Equal(["props/zip-template.md", "props/zip-short.md"], process.Templates.Select(t => t.Text));
        Assert.Equal(["props/zip-{number}-{slug}.md"], process.Files.Select(t => t.Text));
        Assert.Equal(("meta.yaml", "props/README.md", "gitlab"), (process.Header, process.Index, process.Anchors));
        Assert.Equal((Numbering.Issue, StatusPlace.Folder), (process.Numbering, process.StatusPlace));
        Assert.Equal(["In Talks", "Agreed"], process.Statuses.Select(s => s.Name));
        Assert.Equal(TimeSpan.FromDays(180), process.Statuses[0].StaleAfter);
        Assert.Equal(StatusKind.Accepted, process.Statuses[1].Kind);
        Assert.Equal(["Talks"], process.Statuses[0].Aliases);
        Assert.Equal(["alpha", "beta"], Assert.Single(process.Axes).Values);
        Assert.Equal(["status=Agreed", "stage=alpha"], Assert.Single(process.Forbid).Values.Select(p => $"{p.Key}={p.Value}"));
        Assert.Equal("two", Assert.Single(process.Transitions).Policy);
        Assert.Equal((false, 20), (process.Sections[0].IsRequired, process.Sections[0].MaxWords));
        Assert.Equal("Agreed", process.Fields[0].RequiredFrom);
        Assert.Equal((new ApprovalCount(ApprovalRule.Number, 2), new Period(TimeSpan.FromDays(10), IsInHours: false), ClockEffect.Restart), (configuration.Policies[0].Approvals, configuration.Policies[0].Period, configuration.Policies[0].OnObjection));
        Assert.Equal(["annl"], configuration.People[0].Handles);
        Assert.Equal(["ann", "bo"], configuration.Groups[0].People);
        Assert.Equal([new("section-missing", Severity.Warning), new("leftover-*", Severity.Off)], configuration.Rules.Rules);
        var when = Assert.Single(configuration.Rules.Overrides).When;
        Assert.Equal(((1, 15), new DateOnly(2020, 1, 21)), (when.Numbers!.Value, when.CreatedBefore!.Value));
        Assert.Equal(new DateOnly(2027, 1, 1), Assert.Single(configuration.Rules.Exemptions).Until);
    }

    // Each fault: the line that it is shown in, what it says, what it suggests.
    [Theory]
    [InlineData("version: 1\nprocesses:\n- name: Z\n  templat: t.md\n  files: f.md", "4 unknown key 'templat' in 'processes'", "Did you mean 'template'?")]
    [InlineData("version: 1\nprocess: []", "2 unknown key 'process'", "Did you mean 'processes'?")]
    [InlineData("processes: []", "1 the file lacks the key 'version'", null)]
    [InlineData("version: 2", "1 'version' is '2', but this tool knows version 1 only", null)]
    [InlineData("version: 1\nversion: 1", "2 the key 'version' stands here twice, first in line 1", null)]
    [InlineData("version: 1\nprocesses: {}", "2 'processes' must be a list", null)]
    [InlineData("version: 1\nrules: { section-mising: off }", "2 there is no rule 'section-mising'", "Did you mean 'section-missing'?")]
    [InlineData("version: 1\nrules: { \"lefd-*\": off }", "2 'lefd-*' matches no rule", null)]
    [InlineData("version: 1\nrules: { section-missing: warn }", "2 'section-missing' is 'warn', expected one of off, info, warning, error", null)]
    [InlineData("version: 1\nrules: { section-missing: eror }", "2 'section-missing' is 'eror', expected one of off, info, warning, error", "Did you mean 'error'?")]
    [InlineData("version: 1\nexemptions: [{ rule: section-missing, proposal: Z-1, until: 2027-02-30 }]", "2 'until' is '2027-02-30', expected a date such as 2027-01-31", null)]
    [InlineData("version: 1\npolicies: { a: { period: soon } }", "2 'period' is 'soon', expected a duration such as 180d, 2w, 6m or 1y", null)]
    [InlineData("version: 1\npolicies: { a: { approvals: -1 } }", "2 'approvals' is '-1', expected a whole number, all, all-2 or majority", null)]
    [InlineData("version: 1\noverrides: [{ when: { number: 9-1 }, rules: {} }]", "2 'number' is '9-1', expected a number or a range such as 1-15", null)]
    [InlineData("version: 1\nprocesses:\n- name: Z\n  template: t.md\n  files: f/{numbr}.md", "5 'files' has the unknown placeholder '{numbr}'", "Did you mean '{number}'?")]
    [InlineData("version: 1\nprocesses:\n- name: Z\n  template: ../t.md\n  files: f.md", "4 'template' is '../t.md', expected a path below the root", null)]
    [InlineData("version: 1\nprocesses:\n- name: Z\n  template: t.md\n  files: f.md\n  number: nxt", "6 'number' is 'nxt', expected one of next, issue, none", "Did you mean 'next'?")]
    [InlineData("version: 1\ngroups: { a: [bob] }\npeople: { bobo: {} }", "2 there is no person 'bob'", "Did you mean 'bobo'?")]
    [InlineData("version: 1\nprocesses:\n- { name: Z, template: t.md, files: a.md }\n- { name: z, template: t.md, files: b.md }", "4 there are two processes named 'z'", null)]
    [InlineData("version: 1\npeople: &people { ann: {} }\nrules: { section-missing: *people }", "2 'section-missing' must be one of off, info, warning, error", null)]
    [InlineData("version: 1\nprocesses:\n- name: &name Z\n  template: t.md\n  files: a.md\n  fields: { A: { kind: *name } }", "3 'kind' is 'Z', expected one of text, enum, people, link, date, release, number", null)]
    [InlineData("version: 1\n---\nrules: { section-missing: off }", "3 a second document begins here, and nothing of it would be read", null)]
    [InlineData("version: 1\npeople: { ann: {} }\ngroups: { core: [ann], Core: [ann] }", "3 the key 'Core' stands here twice, first in line 3", null)]
    [InlineData("version: 1\npolicies: { a: { all-of: [{ approvals: 1, objections: warn }] } }", "2 unknown key 'objections' in 'all-of'", null)]
    [InlineData("version: 1\nprocesses:\n- { name: Z, template: t.md, files: a.md, statuses: { Draft: {} }, sections: { A: { required-from: Drft } } }", "3 there is no status 'Drft'", "Did you mean 'Draft'?")]
    [InlineData("version: 1\nprocesses:\n- { name: Z, template: t.md, files: a.md, statuses: { Draft: {} }, axes: { stage: { field: S, values: [alpha] } }, forbid: [{ status: Drft, stage: Alpha }] }", "3 there is no status 'Drft'", "Did you mean 'Draft'?")]
    [InlineData("version: 1\nprocesses:\n- { name: Z, template: t.md, files: a.md, axes: { stage: { field: S, values: [alpha] } }, forbid: [{ status: Drft, stage: alpa }] }", "3 there is no value of 'stage' called 'alpa'", "Did you mean 'alpha'?")]
    [InlineData("version: 1\nprocesses:\n- { name: Z, template: t.md, files: a.md, axes: { stage: { field: S, values: [alpha] } }, forbid: [{ status: Draft, stag: alpha }] }", "3 there is no axis 'stag'", "Did you mean 'stage'?")]
    [InlineData("", "1 the file is empty", null)]
    [InlineData("- a", "1 the file must be a mapping of keys such as 'version' and 'processes'", null)]
    public void A_fault_names_its_line_and_what_was_expected(string yaml, string expected, string? help)
    {
        var (_, faults) = Configuration.Parse(SourceText.From("gavel.yml", yaml), ["section-missing", "leftover-placeholder"]);
        var fault = Assert.Single(faults);
        Assert.Equal(expected, $"{fault.At.Start.Line} {fault.Message}");
        if (help is not null) Assert.Equal(help, fault.Help);
        Assert.Equal(("config", Severity.Error), (fault.Rule, fault.Severity));
    }

    [Theory]
    [InlineData("{ approvals: 3, from: [keepers, ann] }", "'it' asks for 3 approvals, and there are 2 people in its 'from': nothing meets it")]
    [InlineData("{ approvals: 2, from: [ann] }", "'it' asks for 2 approvals, and there is one person in its 'from': nothing meets it")]
    [InlineData("{ from: [empty] }", "'it' asks for 1 approval, and there is nobody in its 'from': nothing meets it")]
    [InlineData("{ votes: { binding: 3 }, from: [keepers] }", "'it' asks for 3 binding votes, and there are 2 people in its 'from': nothing meets it")]
    [InlineData("{ votes: { binding: 1, quorum: 3 }, from: [keepers] }", "'it' asks for a quorum of 3, and there are 2 people in its 'from': nothing meets it")]
    [InlineData("{ all-of: [ { title: readiness, approvals: 3, from: [keepers] } ] }", "'readiness' asks for 3 approvals, and there are 2 people in its 'from': nothing meets it")]
    [InlineData("{ approvals: 2, from: [keepers] }", null)]
    [InlineData("{ approvals: 3, from: [keepers, codeowners] }", null)]
    [InlineData("{ approvals: 3, from: [ann, \"field:Reviewer\"] }", null)]
    [InlineData("{ approvals: 3, each: Areas }", null)]
    [InlineData("{ approvals: 3 }", null)]
    [InlineData("{ approvals: all-2, from: [keepers] }", null)]
    public void A_policy_that_asks_for_more_people_than_there_are_is_told(string policy, string? expected)
    {
        var (_, faults) = Configuration.Parse(SourceText.From("gavel.yml", $"version: 1\npolicies:\n  it: {policy}\npeople: {{ ann: {{}}, bo: {{}} }}\ngroups: {{ keepers: [ann, bo], empty: [] }}\n"));
        Assert.Equal(expected is null ? [] : [$"Info 3 {expected}"], faults.Select(f => $"{f.Severity} {f.At.Start.Line} {f.Message}"));
    }

    [Theory]
    [InlineData("version: 1\n  a: [")]
    [InlineData("version: 1\na: *nobody")]
    [InlineData("\t- x: {")]
    [InlineData("a: \"unclosed")]
    [InlineData("? [a, b]\n: 1")]
    [InlineData("%YAML 9.9\n---\na: 1")]
    [InlineData("a: !!binary x\n\0")]
    public void Unsound_yaml_is_a_fault(string yaml)
    {
        var (_, faults) = Configuration.Parse(SourceText.From("gavel.yml", yaml));
        Assert.NotEmpty(faults);
        Assert.All(faults, f => Assert.False(f.Message.StartsWith('(')));
    }

    [Theory]
    [InlineData("  files: [rfcs/{number}-{slug}.md, old/{number}.md]")]
    [InlineData("  files: {number}-{slug}.md")]
    public void Braces_that_yaml_takes_for_its_own_are_told(string files)
    {
        var (_, faults) = Configuration.Parse(SourceText.From("gavel.yml", $"version: 1\nprocesses:\n- name: Z\n  template: t.md\n{files}\n"));
        Assert.Contains(faults, f => f.At.Start.Line == 5 && f.Help is { } help && help.Contains("in quotes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("---\nversion: 1\n")]
    [InlineData("version: 1\n...\n")]
    [InlineData("version: 1\n---\n")]
    [InlineData("version: 1\n--- # the end\n")]
    public void Marks_around_one_document_are_no_second_one(string yaml) => Assert.Empty(Configuration.Parse(SourceText.From("gavel.yml", yaml)).Faults);

    [Fact]
    public void Deep_nesting_and_alias_bombs_are_faults()
    {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range('b', 12).Select(c => $"{(char)c}: &{(char)c} [{string.Join(", ", Enumerable.Repeat($"*{(char)(c - 1)}", 9))}]\n"));
        foreach (var text in new[] { new string('[', 100_000), string.Concat(Enumerable.Range(0, 400).Select(n => $"x{n}: &x{n} [{(n == 0 ? "" : $"*x{n - 1}")}]\n")), string.Concat(Enumerable.Repeat("{a: ", 50_000)), string.Concat(Enumerable.Repeat("- ", 50_000)), bomb })
        {
            var (configuration, faults) = Configuration.Parse(SourceText.From("gavel.yml", text));
            Assert.Null(configuration);
            Assert.NotEmpty(faults);
        }
    }

    [Fact]
    public void What_is_sound_is_kept_beside_a_fault()
    {
        var (configuration, faults) = Configuration.Parse(SourceText.From("gavel.yml", "version: 1\nprocesses:\n- name: Z\n  template: t.md\n  files: f-{number}.md\n  number: nxt\n  index: i.md\n"));
        Assert.Single(faults);
        Assert.Equal(("Z", "i.md", null), (configuration!.Processes[0].Name, configuration.Processes[0].Index, configuration.Processes[0].Numbering));
    }

    [Fact]
    public void The_schema_knows_every_key()
    {
        var schema = System.Text.Json.Nodes.JsonNode.Parse(ConfigurationSchema.RenderJson())!;
        var process = schema["properties"]!["processes"]!["items"]!["properties"]!;
        Assert.Equal(["next", "issue", "none"], process["number"]!["enum"]!.AsArray().Select(v => v!.GetValue<string>()));
        Assert.NotNull(process["statuses"]!["additionalProperties"]!["properties"]!["stale-after"]);
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        Assert.Equal(["name", "template", "files"], schema["properties"]!["processes"]!["items"]!["required"]!.AsArray().Select(v => v!.GetValue<string>()));
    }
}
