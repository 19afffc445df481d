namespace Gavel.Storage.Git;

/// <summary>Git said no, or its answer makes no sense: the environment's fault, caught once at the edge. The message holds git's own words.</summary>
public class GitException : IOException
{
    public GitException() { }

    public GitException(string message) : base(message) { }

    public GitException(string message, Exception inner) : base(message, inner) { }
}

/// <summary>There is no <c>git</c> program on the search path.</summary>
public sealed class GitMissingException : GitException
{
    public GitMissingException() : base("the git program was not found: install git, or put its folder on PATH; without it there is no history") { }

    public GitMissingException(string message) : base(message) { }

    public GitMissingException(string message, Exception inner) : base(message, inner) { }
}
