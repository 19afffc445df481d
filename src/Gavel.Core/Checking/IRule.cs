using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Lifecycles;
using Gavel.Core.Proposals;

namespace Gavel.Core.Checking;

public interface IRule
{
    RuleInfo Info { get; }
}

/// <summary>Sees one proposal with its schema; what it finds is cached by content, so it reads nothing else.</summary>
public interface IProposalRule : IRule
{
    IEnumerable<Diagnostic> Check(Proposal proposal);
}

/// <summary>Sees the proposals whose status differs between the base of <c>--changed-since</c> and now; runs only there.</summary>
public interface ITransitionRule : IRule
{
    IEnumerable<Diagnostic> Check(StatusStep step, Moment now);
}

/// <summary>Sees the whole catalog, never a parse tree.</summary>
public interface ICatalogRule : IRule
{
    IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today);
}
