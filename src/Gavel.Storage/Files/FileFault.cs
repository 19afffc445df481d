using System.Runtime.InteropServices;

namespace Gavel.Storage.Files;

/// <summary>What went wrong with a file, in words. The program travels without the platform's texts: its exceptions say the name of one and the path.</summary>
public static class FileFault
{
    public static string TextOf(Exception fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var (name, about) = Split(fault.Message);
        if (name.Length == 0) return fault.Message;
        var what = fault switch
        {
            UnauthorizedAccessException => "permission denied",
            FileNotFoundException => "there is no such file",
            DirectoryNotFoundException => "there is no such folder",
            PathTooLongException => "the path is too long",
            _ when name.Contains("AlreadyExists", StringComparison.Ordinal) || name.Contains("FileExists", StringComparison.Ordinal) => "it is there already",
            _ when name.Contains("SharingViolation", StringComparison.Ordinal) => "another program has it open",
            _ => OfSystem(fault.HResult) ?? name,
        };
        return about.Length > 0 ? $"{about}: {what}" : what;
    }

    // "Name_Of_Text, first, second"; any other message is words already.
    private static (string Name, string About) Split(string message)
    {
        var end = message.IndexOf(", ", StringComparison.Ordinal);
        var name = end < 0 ? message : message[..end];
        return name.Contains('_', StringComparison.Ordinal) && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? (name, end < 0 ? "" : message[(end + 2)..])
            : ("", message);
    }

    /// <param name="number">Of the system's error, where the exception has it; elsewhere a number of the platform's own, which is negative.</param>
    private static string? OfSystem(int number) =>
        number > 0 && Marshal.GetPInvokeErrorMessage(number) is { Length: > 1 } text ? char.ToLowerInvariant(text[0]) + text[1..] : null;
}
