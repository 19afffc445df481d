namespace Gavel.Storage.Files;
internal static class UnifiedDiff { public static string Render(params object?[] x) => ""; }
internal static class AtomicFile { public static void Write(string p, string c) => System.IO.File.WriteAllText(p, c); }
