using System.Diagnostics.CodeAnalysis;

/// <summary>Runs inside the tool where DOTNET_STARTUP_HOOKS names this assembly: writes down what was loaded when the process ends.</summary>
[SuppressMessage("Design", "CA1050", Justification = "The runtime looks for this name without a namespace.")]
[SuppressMessage("Performance", "CA1812", Justification = "The runtime calls it.")]
[SuppressMessage("Design", "MA0047", Justification = "The runtime looks for this name without a namespace.")]
internal static class StartupHook
{
    public const string Variable = "GAVEL_TEST_LOADED";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } path) return;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllLines(path, AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName().Name!));
    }
}
