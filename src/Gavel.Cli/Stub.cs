namespace Gavel.Core.Processes;
internal static class ProcessFinder { public static (System.Collections.Immutable.ImmutableArray<Process> Processes, System.Collections.Immutable.ImmutableArray<Gavel.Core.Diagnostics.Diagnostic> Faults) Find(params object?[] x) => ([], []); }
