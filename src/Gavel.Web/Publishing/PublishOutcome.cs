namespace Gavel.Web.Publishing;

/// <summary>How publishing ended.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome() { }

    /// <param name="Files">How many files the site has.</param>
    /// <param name="Rendered">How many of them were made anew.</param>
    /// <param name="Bytes">All files together.</param>
    public sealed record Done(string Folder, int Files, int Rendered, long Bytes) : PublishOutcome;

    /// <summary>The folder has files and none of them says that it is a site of ours.</summary>
    public sealed record Foreign(string Folder, string Example) : PublishOutcome;
}
