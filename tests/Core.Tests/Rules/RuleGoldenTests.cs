using System.Text;
using Core.Tests.Architecture;
using Gavel.Core.Checking;

namespace Core.Tests.Rules;

/// <summary>
/// Each folder of <c>tests/golden/rules</c> is named after a rule and what the case shows. <c>repository.txt</c> holds the files (in the form of
/// <see cref="SmallRepository"/>, on the base repository of the rule pages), <c>expected.txt</c> the whole report, <c>fixed.txt</c> the files that the
/// safe fixes change, as they are after them; it is absent where they change nothing. <c>GAVEL_ACCEPT=1</c> writes the last two anew.
/// </summary>
public sealed class RuleGoldenTests
{
    private static readonly string Folder = Path.Combine(CheckoutFolder.Root, "tests", "golden", "rules");

    public static TheoryData<string> Cases => new(Directory.EnumerateDirectories(Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Cases))]
    public void The_report_is_the_accepted_one(string name) => Compare(name, "expected.txt", Load(name).Render());

    [Theory, MemberData(nameof(Cases))]
    public void What_the_safe_fixes_change_is_accepted(string name)
    {
        var repository = Load(name);
        var after = repository.WithSafeFixes();
        var changed = new StringBuilder();
        foreach (var file in after.Tree.Files)
        {
            var text = after.Text(file.Path);
            if (repository.Tree.Find(file.Path) is not null && string.Equals(repository.Text(file.Path), text, StringComparison.Ordinal)) continue;
            changed.Append("==> ").Append(file.Path).Append(" <==\n").Append(text.Replace("\r", "\\r", StringComparison.Ordinal));
        }
        Compare(name, "fixed.txt", changed.ToString());
    }

    [Theory, MemberData(nameof(Cases))]
    public void Fixing_twice_changes_nothing_more(string name)
    {
        var once = Load(name).WithSafeFixes();
        var twice = once.WithSafeFixes();
        Assert.All(once.Tree.Files, f => Assert.Equal(once.Text(f.Path), twice.Text(f.Path)));
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_case_is_named_after_a_rule(string name) => Assert.Contains(RuleSet.Infos, i => name.StartsWith(i.Name + "-", StringComparison.Ordinal));

    private static SmallRepository Load(string name) => SmallRepository.OnBase(File.ReadAllText(Path.Combine(Folder, name, "repository.txt")).Replace("\\r\n", "\r\n", StringComparison.Ordinal));

    private static void Compare(string name, string file, string actual)
    {
        var path = Path.Combine(Folder, name, file);
        if (Environment.GetEnvironmentVariable("GAVEL_ACCEPT") == "1")
        {
            if (actual.Length > 0) File.WriteAllText(path, actual);
            else File.Delete(path);
        }
        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", actual);
    }
}
