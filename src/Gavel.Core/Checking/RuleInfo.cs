using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking;

/// <summary>What is fixed about a rule.</summary>
/// <param name="Name">The fault; its only id.</param>
/// <param name="Severity">What it is where nothing else is configured.</param>
/// <param name="Summary">One sentence that names no value.</param>
public sealed record RuleInfo(string Name, Severity Severity, string Summary);
