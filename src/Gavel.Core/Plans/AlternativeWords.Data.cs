using Gavel.Core.Templates;

namespace Gavel.Core.Plans;

/// <summary>English words of alternatives and of what they are weighed by.</summary>
internal static class AlternativeWords
{
    /// <summary>In the title of a section that holds alternatives.</summary>
    public static readonly CuePhrases Title = new(
        "alternative", "alternatives", "alternates", "alternate", "considered options", "options considered", "option analysis", "options analysis", "design options", "rejected options", "rejected approaches", "rejected designs", "rejected ideas", "rejected solutions",
        "other approaches", "other options", "other designs", "other solutions", "other considered approaches", "approaches considered", "considered approaches", "designs considered", "solutions considered", "pros and cons of the options", "possible solutions", "possible approaches", "possible options", "candidate solutions", "candidates", "options");

    /// <summary>Before a list of alternatives, and in a template's line about them.</summary>
    public static readonly CuePhrases Alternatives = new("alternative", "alternatives", "options", "approaches", "alternate approaches", "candidates", "possible solutions", "variants", "choices", "ways to", "solutions");

    /// <summary>In a template's line over a list of what to weigh alternatives by.</summary>
    public static readonly CuePhrases Weigh = new("aspect", "aspects", "criteria", "criterion", "dimension", "dimensions", "consider", "considering", "considerations", "compare", "comparing", "compared", "weigh", "in terms of", "factors", "with respect to", "evaluate", "evaluated", "for each", "for every", "trade offs", "tradeoffs", "qualities", "drivers");

    /// <summary>The first cell of a table that has its aspects below one another.</summary>
    public static readonly CuePhrases AspectColumn = new("aspect", "aspects", "criteria", "criterion", "dimension", "dimensions", "factor", "factors", "quality", "property", "properties", "requirement", "requirements", "feature", "features", "consideration", "considerations", "question", "driver", "metric", "category", "concern", "attribute", "characteristic");

    /// <summary>The first cell of a table that has its alternatives below one another.</summary>
    public static readonly CuePhrases NameColumn = new("alternative", "alternatives", "option", "options", "approach", "approaches", "solution", "solutions", "candidate", "candidates", "design", "designs", "name", "choice", "variant", "proposal", "technology", "tool", "library", "product", "idea", "scheme", "method", "strategy");

    /// <summary>What alternatives are weighed by where neither template nor table says it.</summary>
    public static readonly CuePhrases Aspects = new(
        "pro", "pros", "con", "cons", "advantages", "advantage", "disadvantages", "disadvantage", "benefits", "benefit", "drawbacks", "drawback", "downsides", "downside", "upsides", "upside", "cost", "costs", "effort", "overall effort", "risk", "risks", "risks mitigations", "complexity", "performance", "security", "scalability", "maintainability", "operability", "compatibility", "testability", "usability", "simplicity", "flexibility", "reliability", "limitations", "good", "bad", "neutral", "good because", "bad because", "neutral because", "impact", "why not", "why rejected", "reason for rejection", "rejected because", "reason", "trade offs", "tradeoffs", "description", "status", "verdict", "decision", "strengths", "weaknesses", "implementation", "migration", "licence", "license", "latency", "throughput", "availability", "time", "privacy", "maturity", "support", "accessibility");

    /// <summary>Child headings of a section of alternatives that are none.</summary>
    public static readonly CuePhrases NoAlternative = new("decision", "decision outcome", "outcome", "conclusion", "conclusions", "comparison", "summary", "recommendation", "recommendations", "overview", "introduction", "background", "criteria", "evaluation criteria", "discussion", "references", "notes", "decision drivers", "requirements", "pros", "cons", "pros and cons", "rationale", "context", "preferred option", "preferred alternative", "preferred solution", "chosen option", "comparison table", "comparison matrix", "evaluation", "analysis");

    /// <summary>In a title below which it is said what was chosen.</summary>
    public static readonly CuePhrases OutcomeTitle = new("decision", "decision outcome", "outcome", "conclusion", "conclusions", "recommendation", "recommendations", "preferred option", "preferred alternative", "preferred solution", "preferred approach", "chosen option", "chosen alternative", "chosen solution", "chosen approach", "resolution", "selected option", "proposed solution", "our choice");

    /// <summary>A name behind it was chosen: "Chosen option: X", "we go with X".</summary>
    public static readonly CuePhrases ChosenBefore = new(
        "chosen option", "chosen alternative", "chosen solution", "chosen approach", "chosen design", "preferred option", "preferred alternative", "preferred solution", "preferred approach", "preferred design", "selected option", "selected alternative", "selected approach", "recommended option", "recommended alternative", "recommended approach", "we chose", "we choose", "we have chosen", "we picked", "we pick", "we selected", "we select", "we decided on", "we decided for", "we decided to use", "we decided to go with", "we decided in favor of", "we decided in favour of", "we go with", "we will go with", "we went with", "going with", "go with", "we recommend", "we prefer", "we propose to use", "we will use", "we adopt", "we opted for", "we opt for", "the decision is to use", "decided to go with", "settled on", "in favor of", "in favour of", "the winner is", "decision", "our preference is", "the choice is", "preferred", "preference", "the proposal is to pick");

    /// <summary>Behind a name: "X was chosen", "X is preferred".</summary>
    public static readonly CuePhrases ChosenAfter = new("was chosen", "is chosen", "has been chosen", "were chosen", "is preferred", "was preferred", "is the preferred", "is our preferred", "was selected", "is selected", "has been selected", "is recommended", "is the recommended", "is the chosen", "is the best", "won", "wins", "was picked", "is proposed here", "is what we propose", "is our choice", "was adopted");

    /// <summary>Marks on a name.</summary>
    public static readonly CuePhrases ChosenMark = new("chosen", "preferred", "selected", "recommended", "accepted", "the chosen one", "preferred option", "chosen option", "winner", "current proposal", "proposed", "this proposal", "our choice", "picked", "adopted", "decided", "preferred approach", "preferred solution", "recommended option");

    /// <summary>In a sentence that names an alternative.</summary>
    public static readonly CuePhrases Prose = new(
        "alternative", "alternatively", "alternate", "another option", "one option", "other option", "another approach", "one approach", "other approach", "another way", "one way", "another possibility", "one possibility", "another solution", "another design", "another idea",
        "we considered", "we also considered", "we discussed", "we also discussed", "we have considered", "we thought about", "was considered", "were considered", "had been considered", "taken into consideration", "we could instead", "could instead", "instead we could", "instead of", "it would be possible to", "it is possible to", "it would also be possible", "rather than");

    /// <summary>In a sentence that says that there is none.</summary>
    public static readonly CuePhrases ProseOfNone = new("no alternative", "no alternatives", "no other", "none", "not applicable", "no viable", "no real alternative", "not aware of", "no known", "do nothing more", "following alternatives", "following are", "following alternative", "these alternatives", "below we");

    public static readonly CuePhrases Not = new("not", "never", "no", "isnt", "wasnt", "instead of", "rather than", "over", "against", "rejected");

    /// <summary>Words that begin an alternative with a number of its own behind.</summary>
    public static readonly CuePhrases Numbered = new("option", "alternative", "alternative option", "approach", "solution", "proposal", "variant", "candidate", "choice", "design", "idea", "possibility", "plan", "alternate");

    public static readonly CuePhrases Weak = new("the", "a", "an", "of", "and", "or", "with", "to", "for", "in", "on", "overall", "any", "considerations", "consideration", "impact", "changes", "implications", "concerns");
}
