using System.CommandLine;
using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using Gavel.Storage.Git;

namespace Gavel.Cli.CommandLine;

/// <summary>Who decides: the person of <c>--as</c>, else the one that git is set up for.</summary>
internal sealed class Deciders
{
    public readonly Option<string?> As = new("--as") { Description = "Whose decision it is; by default yours, as git knows you.", HelpName = "PERSON" };
    public readonly Option<string?> Effective = new("--effective")
    {
        Description = "When it was decided, YYYY-MM-DD, if that was not today.",
        HelpName = "DATE",
        Validators = { result => GlobalOptions.ReadDate(result) },
    };

    public void AddTo(Command command)
    {
        Completing.People(As);
        command.Add(As);
        command.Add(Effective);
    }

    public DateOnly? EffectiveDate(ParseResult parsed) => parsed.GetResult(Effective) is { } option ? GlobalOptions.ReadDate(option) : null;

    /// <param name="mayBeUnknown">True for an operation that does not depend on who does it.</param>
    /// <exception cref="UsageException">Nobody says who it is.</exception>
    public Decider Of(Session session, ParseResult parsed, CatalogEntry entry, bool mayBeUnknown)
    {
        var people = new PersonDirectory(entry.Process.Life.People);
        var self = Self(session, people);
        var person = parsed.GetValue(As) is { } given ? people.Name(given) : self;
        if (string.IsNullOrWhiteSpace(person) && !mayBeUnknown)
            throw new UsageException("git does not know who you are: say it with --as PERSON, or with  git config user.name \"Your Name\"");
        return new Decider(person ?? "unknown", self ?? person ?? "unknown", session.Now, session.Today) { At = session.Moment };
    }

    /// <summary>The key or the name of whoever git is set up for; null where it is for nobody.</summary>
    public static string? Self(Session session, PersonDirectory people)
    {
        try
        {
            return session.Git?.Identity() is { } identity ? people.Find(identity.Name, identity.Email) : null;
        }
        catch (GitException)
        {
            return null;
        }
    }
}
