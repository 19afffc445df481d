using System.CommandLine;
using Gavel.Cli.CommandLine;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel completion</c>: scripts that let a shell ask the tool itself what may come next.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _gavel() {
            local word cur="${COMP_WORDS[COMP_CWORD]}" restore="$(shopt -p nocasematch)"
            shopt -s nocasematch
            COMPREPLY=()
            while IFS= read -r word; do
                [[ -n $word && $word == "$cur"* ]] && COMPREPLY+=("$(printf %q "$word")")
            done < <(gavel "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
            $restore
        }
        complete -o default -F _gavel gavel

        """;

    private const string Zsh = """
        #compdef gavel
        _gavel() {
            local line="${(j: :)words[1,CURRENT]}"
            local -a found
            found=(${(f)"$(gavel "[suggest:${#line}]" "$line" 2>/dev/null)"})
            compadd -M 'm:{a-zA-Z}={A-Za-z}' -a found || _files
        }
        if [[ $funcstack[1] == _gavel ]]; then _gavel "$@"; else compdef _gavel gavel; fi

        """;

    private const string Fish = """
        function __gavel_words
            set -l line (commandline -cp)
            gavel "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null
        end
        complete -c gavel -f -a '(__gavel_words)'
        complete -c gavel -n '__fish_seen_subcommand_from check learn; or not __gavel_words | string length -q' -F

        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName gavel -ScriptBlock {
            param($word, $line, $cursor)
            gavel "[suggest:$cursor]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                $text = if ($_ -match '^[\w./:=-]+$') { $_ } else { "'" + $_.Replace("'", "''") + "'" }
                [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
            }
        }

        """;

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { HelpName = "SHELL", Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Verb("completion", "Print a script that completes commands, options and names in a shell.")
        {
            Examples =
            [
                new("gavel completion bash > ~/.local/share/bash-completion/completions/gavel", "bash"),
                new("gavel completion zsh > \"${fpath[1]}/_gavel\"", "zsh"),
                new("gavel completion fish > ~/.config/fish/completions/gavel.fish", "fish"),
                new("gavel completion pwsh >> $PROFILE", "PowerShell"),
            ],
        };
        command.Add(shell);
        command.SetAction(parsed =>
        {
            Console.Out.Write(parsed.GetValue(shell) switch { "bash" => Bash, "zsh" => Zsh, "fish" => Fish, _ => PowerShell });
            return (int)ExitCode.Fine;
        });
        return command;
    }
}
