namespace Gavel.Core.Templates;

/// <summary>How sure learning is of an item. What is not high is never an error.</summary>
public enum Confidence
{
    Low,
    Medium,
    High,
}
