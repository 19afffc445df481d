using System.Text;

namespace EndToEnd.Tests;

public sealed class Unusual_input
{
    [Fact]
    public void An_empty_repository_has_no_process()
    {
        using var folder = new TemporaryFolder();
        GavelProgram.Git(folder.Path, "init", "-q");
        var result = GavelProgram.Run(folder.Path, "check");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("gavel init --pack", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just words, no heading\n")]
    public void A_template_that_asks_for_nothing_is_said_clearly(string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write("template.md", text);
        var result = GavelProgram.Run(folder.Path, "learn", "template.md");
        Assert.InRange(result.ExitCode, 0, 1);
        Assert.Contains(text.Length == 0 ? "empty" : "heading", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_template_is_said_clearly()
    {
        using var folder = new TemporaryFolder();
        folder.WriteBytes("template.md", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, 0xFF, 0xFE, 0, 1, 2, 3]);
        var result = GavelProgram.Run(folder.Path, "learn", "template.md");
        Assert.Contains("binary", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8 with a mark and CR LF")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public void Setting_a_field_keeps_the_encoding_the_mark_and_the_line_endings(string how)
    {
        using var folder = Repositories.Rfcs();
        var text = Repositories.Rfc(1, "Retry budgets").Replace("Ann Lee", "Zoë Müller", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        Func<string, byte[]> bytes = how switch
        {
            "utf-16" => t => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(t)],
            "windows-1252" => Encoding.Latin1.GetBytes,
            _ => t => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(t)],
        };
        folder.WriteBytes("rfcs/0001-retry-budgets.md", bytes(text));
        Assert.Equal(0, GavelProgram.Run(folder.Path, "set", "1", "Status=Accepted").ExitCode);
        Assert.Equal(bytes(text.Replace("Proposed", "Accepted", StringComparison.Ordinal)), File.ReadAllBytes(Path.Combine(folder.Path, "rfcs/0001-retry-budgets.md")));
    }

    [Fact]
    public void A_character_that_the_encoding_lacks_refuses_the_change()
    {
        using var folder = Repositories.Rfcs();
        var bytes = Encoding.Latin1.GetBytes(Repositories.Rfc(1, "Retry budgets").Replace("Ann Lee", "Zoë Müller", StringComparison.Ordinal));
        folder.WriteBytes("rfcs/0001-retry-budgets.md", bytes);
        var result = GavelProgram.Run(folder.Path, "set", "1", "Author=Łukasz 渡辺");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("UTF-8", result.Error, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(folder.Path, "rfcs/0001-retry-budgets.md")));
        var asked = GavelProgram.Run(folder.Path, "set", "1", "Author=Łukasz 渡辺", "--dry-run");
        Assert.Equal((result.ExitCode, result.Error, ""), (asked.ExitCode, asked.Error, asked.Output));
    }

    [Fact]
    public void Paths_with_spaces_and_other_letters_are_paths()
    {
        using var folder = new TemporaryFolder("größe und platz");
        GavelProgram.Git(folder.Path, "init", "-q");
        folder.Write("our rfcs/template.md", Repositories.Template);
        folder.Write("our rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets"));
        folder.Write("our rfcs/0002-quiet-start.md", Repositories.Rfc(2, "Quiet start"));
        folder.Commit("first");
        Assert.Equal("Checked 2 proposals, found nothing to mend.\n", GavelProgram.Run(folder.Path, "check").Output);
        Assert.Equal("Started RFC-3 in our rfcs/0003-typed-events.md.\n", GavelProgram.Run(folder.Path, "new", "Typed events").Output);
    }

    [Fact]
    public void A_link_to_a_file_that_moves_stays_encoded_as_it_was()
    {
        using var folder = TemporaryFolder.Repository(
            ("c# 100% rfcs/template.md", Repositories.Template),
            ("c# 100% rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets")),
            ("c# 100% rfcs/0002-quiet-start.md", Repositories.Rfc(2, "Quiet start")),
            ("README.md", "See [it](c%23%20100%25%20rfcs/0001-retry-budgets.md#design).\n"));
        Assert.Equal(0, GavelProgram.Run(folder.Path, "renumber", "1", "9").ExitCode);
        Assert.Equal("See [it](c%23%20100%25%20rfcs/0009-retry-budgets.md#design).\n", folder.Read("README.md"));
    }

    [Fact]
    public void A_thousand_proposals_are_listed_and_checked()
    {
        using var folder = new TemporaryFolder();
        GavelProgram.Git(folder.Path, "init", "-q");
        folder.Write("rfcs/template.md", Repositories.Template);
        for (var i = 1; i <= 1000; i++) folder.Write($"rfcs/{i:0000}-thing-{i}.md", Repositories.Rfc(i, $"Thing {i}"));
        folder.Commit("many");
        Assert.Equal(1000, GavelProgram.Run(folder.Path, "list").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("Checked 1000 proposals, found nothing to mend.\n", GavelProgram.Run(folder.Path, "check").Output);
    }

    [Fact]
    public void Text_of_a_document_does_not_steer_the_terminal()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0001-retry-budgets.md", Repositories.Rfc(1, "Retry budgets", "Bad\u001b[31m\u0007value"));
        var output = GavelProgram.Run(folder.Path, "check").Output;
        Assert.Contains("field-value", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain('\u0007', output);
    }

    [Theory]
    [InlineData("learn", "notes/template.md")]
    [InlineData("show", "notes/a\u001b[31mb.md")]
    [InlineData("todo", "notes/a\u001b[31mb.md")]
    [InlineData("plan", "notes/a\u001b[31mb.md")]
    [InlineData("alternatives", "notes/a\u001b[31mb.md")]
    [InlineData("search", "thing")]
    public void Neither_do_templates_and_ids_that_are_names_of_files(params string[] line)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "such names are not allowed there");
        using var folder = new TemporaryFolder();
        folder.Write("gavel.yml", "version: 1\nprocesses:\n  - name: NOTE\n    template: notes/template.md\n    files: notes/{slug}.md\n    number: none\n");
        folder.Write("notes/template.md", "# Title\u001b[31m of it\n\n- **Status**: draft | done\n\n## Sum\u001b[31mmary\n\n_What\u001b[31m changes._\n");
        folder.Write("notes/a\u001b[31mb.md", "# A thing\n\n- **Status**: draft\n\n## Summary\n\nIt is here.\n");
        var run = GavelProgram.Run(folder.Path, line);
        Assert.NotEmpty(run.Output);
        Assert.DoesNotContain('\u001b', run.Output + run.Error);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("check")]
    [InlineData("check", "rfcs/0002-quiet-start.md", "rfcs/0003-\u001b[31m.md")]
    [InlineData("show", "RFC-3")]
    [InlineData("todo", "RFC-3")]
    [InlineData("log", "RFC-3")]
    [InlineData("set", "RFC-3", "Author=Bo")]
    [InlineData("move", "RFC-3", "Accepted")]
    [InlineData("plan", "RFC-3")]
    [InlineData("graph")]
    [InlineData("stats")]
    [InlineData("search", "budget")]
    [InlineData("renumber", "RFC-3", "9")]
    [InlineData("diff", "RFC-3")]
    [InlineData("index")]
    [InlineData("list", "--status", "\u001b[31m")]
    [InlineData("\u001b[31m")]
    public void Neither_do_names_of_files_keys_and_words_of_the_command_line(params string[] line)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "such names are not allowed there");
        using var folder = Repositories.Rfcs();
        folder.Write("rfcs/0003-\u001b[31m.md", Repositories.Rfc(3, "Red \u001b[31m thing", "Bad\u001b[31m"));
        folder.Write("gavel.yml", "version: 1\n\"odd\\e[31m\": 1\nprocesses:\n  - { name: RFC, template: rfcs/template.md, files: 'rfcs/{number}-{slug}.md' }\n");
        folder.Write("rfcs/README.md", "# RFCs\n\n| RFC | Title | Stat\u001b[31mus |\n| --- | --- | --- |\n| [0001](0001-retry-budgets.md) | Retry budgets | Accep\u001b[31mted |\n");
        folder.Commit("red");
        folder.Write("rfcs/0003-\u001b[31m.md", Repositories.Rfc(3, "Red \u001b[31m thing", "Bad\u001b[31m").Replace("- **Created**", "- **Od\u001b[31md**: new\n- **Created**", StringComparison.Ordinal));
        var (_, output, error) = GavelProgram.Run(folder.Path, line);
        Assert.NotEmpty(output + error);
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain('\u001b', error);
    }

    [Fact]
    public void A_check_that_watches_a_file_goes_on_where_it_is_replaced()
    {
        using var folder = Repositories.Rfcs();
        var start = new System.Diagnostics.ProcessStartInfo("dotnet") { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in (string[])[GavelProgram.Dll, "check", "--watch", "rfcs/0001-retry-budgets.md"]) start.ArgumentList.Add(arg);
        using var process = System.Diagnostics.Process.Start(start)!;
        try
        {
            Assert.StartsWith("Checked 1 proposal", process.StandardOutput.ReadLine(), StringComparison.Ordinal);
            var (file, aside) = (Path.Combine(folder.Path, "rfcs/0001-retry-budgets.md"), Path.Combine(folder.Path, "aside"));
            File.Move(file, aside);
            Assert.Contains("there is no such file", process.StandardError.ReadLine(), StringComparison.Ordinal);
            File.Move(aside, file);
            Assert.StartsWith("Checked 1 proposal", process.StandardOutput.ReadLine(), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    [Fact]
    public void A_link_out_of_the_repository_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "symbolic links need rights there");
        using var outside = new TemporaryFolder();
        outside.Write("secret.md", Repositories.Rfc(9, "Secret"));
        using var folder = Repositories.Rfcs();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "rfcs/0009-secret.md"), Path.Combine(outside.Path, "secret.md"));
        Assert.DoesNotContain("Secret", GavelProgram.Run(folder.Path, "list").Output, StringComparison.Ordinal);
    }
}
