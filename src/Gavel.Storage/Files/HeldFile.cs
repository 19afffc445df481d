namespace Gavel.Storage.Files;

/// <summary>Tells a file that another process holds from one that the system does not let open: waiting helps for the first alone.</summary>
public static class HeldFile
{
    private const int SharingViolation = unchecked((int)0x80070020); // Windows
    private const int WouldBlock = 11; // Linux
    private const int WouldBlockOnMac = 35;

    public static bool IsCauseOf(IOException failure) => failure.HResult is SharingViolation or WouldBlock or WouldBlockOnMac;
}
