using System.Globalization;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Processes;

/// <summary>Finds names in gavel.yml that name nothing in it.</summary>
internal static class ConfigurationReferences
{
    public static void Check(Configuration configuration, ConfigurationFaults faults)
    {
        var policies = configuration.Policies.Select(p => p.Name).ToList();
        var people = configuration.People.Select(p => p.Key).ToList();
        var voters = configuration.Groups.Select(g => g.Name).Concat(people).ToList();
        foreach (var group in configuration.Groups) Known(group.People, people, group.At, "person", faults);
        foreach (var policy in configuration.Policies.SelectMany(p => p.Parts.Prepend(p)))
        {
            if (policy is { Approvals.Rule: not ApprovalRule.Number, From.IsEmpty: true, Each: null }) faults.Add(policy.At.Span, $"'{policy.Title}' asks for a share of those who may approve, and has no 'from' that says who they are");
            MoreThanThereAre(policy, configuration, faults);
            Known(policy.From.Concat(policy.Overrule).Where(f => !PolicyConfiguration.IsRole(f)), [.. voters, .. PolicyConfiguration.Roles], policy.At, "group or person", faults);
        }
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var process in configuration.Processes)
        {
            if (!names.Add(process.Name)) faults.Add(process.At.Span, $"there are two processes named '{process.Name}'");
            foreach (var transition in process.Transitions)
            {
                if (transition.Policy is { } policy) Known([policy], policies, transition.At, "policy", faults);
                if (!process.Statuses.IsEmpty) Known([.. transition.From.Where(f => f is not "*"), transition.To], process.Statuses.Select(s => s.Name), transition.At, "status", faults);
            }
            TwoStatusesOfOneName(process, faults);
            Requirements(process, faults);
            foreach (var combination in process.Forbid) Combination(combination, process, faults);
        }
    }

    /// <summary>Statuses of transitions that the process does not have where gavel.yml lists none: a warning, since the project may not have used them yet.</summary>
    /// <param name="statuses">Those that were mined.</param>
    public static IEnumerable<Diagnostic> Check(ProcessConfiguration process, Vocabulary statuses)
    {
        if (!process.Statuses.IsEmpty || statuses.Statuses.IsEmpty) return [];
        return process.Transitions.SelectMany(t => t.From.Where(f => f is not "*").Append(t.To), (t, name) => (Name: name, t.At))
            .Where(s => statuses.Find(s.Name) is null).DistinctBy(s => s.Name, StringComparer.OrdinalIgnoreCase)
            .Select(s => new Diagnostic("config", Severity.Warning, s.At, $"no proposal and no template has the status '{s.Name}', so that nothing moves by this", new Reason.Standard("the keys of gavel.yml"))
            {
                Help = ConfigurationFaults.Suggest(s.Name, statuses.Statuses.Select(known => known.Name)) ?? "List the statuses of the process under 'statuses'.",
                Subject = s.Name,
            });
    }

    private static void Known(IEnumerable<string> used, IEnumerable<string> known, Place at, string what, ConfigurationFaults faults)
    {
        foreach (var name in used.Where(u => !known.Contains(u, StringComparer.OrdinalIgnoreCase)))
            faults.Add(at.Span, $"there is no {what} '{name}'", ConfigurationFaults.Suggest(name, known));
    }

    // A note: the gate stays shut, and a group may have lost a member for a while.
    private static void MoreThanThereAre(PolicyConfiguration policy, Configuration configuration, ConfigurationFaults faults)
    {
        if (policy.From.IsEmpty || policy.Each is not null) return;
        var people = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in policy.From)
        {
            var group = configuration.Groups.FirstOrDefault(g => string.Equals(g.Name, name, StringComparison.OrdinalIgnoreCase));
            if (group is null && PolicyConfiguration.IsRole(name)) return; // who that is depends on the proposal
            people.UnionWith(group?.People ?? [name]);
        }
        var there = people.Count == 0 ? "there is nobody" : people.Count == 1 ? "there is one person" : string.Create(CultureInfo.InvariantCulture, $"there are {people.Count} people");
        if (policy.Approvals is { Number: var approvals, Rule: ApprovalRule.Number } && approvals > people.Count) Add($"{approvals} {(approvals == 1 ? "approval" : "approvals")}");
        if (policy.Votes is { Binding: var binding } && binding > people.Count) Add($"{binding} binding {(binding == 1 ? "vote" : "votes")}");
        if (policy.Votes is { Quorum: var quorum } && quorum > people.Count) Add($"a quorum of {quorum}");

        void Add(FormattableString asked) =>
            faults.Add(policy.At.Span, $"'{policy.Title}' asks for {FormattableString.Invariant(asked)}, and {there} in its 'from': nothing meets it", severity: Severity.Info);
    }

    private static void Requirements(ProcessConfiguration process, ConfigurationFaults faults)
    {
        foreach (var (status, at) in process.Sections.Select(s => (s.RequiredFrom, s.At)).Concat(process.Fields.Select(f => (f.RequiredFrom, f.At))))
        {
            if (status is not null) KnownStatus(status, process, at, faults);
        }
    }

    private static void Combination(ForbiddenCombination combination, ProcessConfiguration process, ConfigurationFaults faults)
    {
        foreach (var (name, value) in combination.Values)
        {
            if (process.Axes.FirstOrDefault(a => string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase)) is { } axis)
                Known([StatusText.Clean(value)], axis.Values.Select(StatusText.Clean), combination.At, $"value of '{axis.Name}' called", faults);
            else if (string.Equals(name, "status", StringComparison.OrdinalIgnoreCase))
                KnownStatus(value, process, combination.At, faults);
            else
                Known([name], ["status", .. process.Axes.Select(a => a.Name)], combination.At, "axis", faults);
        }
    }

    private static void KnownStatus(string status, ProcessConfiguration process, Place at, ConfigurationFaults faults)
    {
        if (!process.Statuses.IsEmpty && new Vocabulary(process.Statuses).Find(status) is null) Known([status], process.Statuses.Select(s => s.Name), at, "status", faults);
    }

    private static void TwoStatusesOfOneName(ProcessConfiguration process, ConfigurationFaults faults)
    {
        var owner = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var status in process.Statuses)
        {
            foreach (var name in status.Aliases.Prepend(status.Name))
            {
                if (!owner.TryAdd(StatusText.Clean(name), status.Name) && process.Places.TryGetValue("statuses", out var at))
                    faults.Add(at.Span, $"'{name}' is a name of '{owner[StatusText.Clean(name)]}' and of '{status.Name}'");
            }
        }
    }
}
