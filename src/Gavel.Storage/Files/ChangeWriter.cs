namespace Gavel.Storage.Files;

public sealed class ChangeWriter
{
    internal const string TemporaryPrefix = ".gavel-tmp-";
}
