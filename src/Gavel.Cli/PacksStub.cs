namespace Gavel.Core.Processes;
internal static class Packs { public static string[] Names => ["adr", "rfc", "spec"]; public static System.Collections.Immutable.ImmutableArray<Gavel.Core.Text.NewFile> Files(string name) => []; }
