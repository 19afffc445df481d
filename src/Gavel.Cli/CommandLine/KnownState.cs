using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using Gavel.Storage.Files;

namespace Gavel.Cli.CommandLine;

/// <summary>What a session begins with that follows another one by a few edits.</summary>
internal sealed record KnownState(WorkTree Tree, ProcessesFound Found, Catalog Catalog);
