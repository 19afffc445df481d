namespace Gavel.Web.Pages;

/// <summary>The languages that code is coloured in.</summary>
internal static class CodeLanguages
{
    /// <summary>Components of Prism, each behind those that it builds on.</summary>
    public static readonly string[] InOrder =
    [
        "core", "markup", "css", "clike", "javascript", "c", "cpp", "bash", "batch", "csharp", "dart", "diff", "docker", "elixir", "erlang", "go", "graphql", "groovy", "haskell", "hcl", "http", "ini", "java", "json",
        "kotlin", "lua", "makefile", "markdown", "nginx", "objectivec", "ocaml", "perl", "powershell", "properties", "protobuf", "python", "r", "ruby", "rust", "scala", "solidity", "sql", "swift", "toml", "typescript", "yaml", "zig",
    ];

    /// <summary>Names that people write and Prism does not know.</summary>
    public static readonly (string Alias, string Language)[] Aliases =
    [
        ("proto", "protobuf"), ("console", "bash"), ("golang", "go"), ("jsonc", "json"), ("json5", "json"), ("ksql", "sql"), ("hql", "sql"), ("mysql", "sql"), ("postgresql", "sql"), ("terraform", "hcl"), ("python3", "python"), ("pycon", "python"), ("kt", "kotlin"), ("patch", "diff"), ("zsh", "bash"), ("hs", "haskell"),
    ];
}
