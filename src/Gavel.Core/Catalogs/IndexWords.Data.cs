namespace Gavel.Core.Catalogs;

/// <summary>What a column of an index says.</summary>
internal enum IndexColumn
{
    Other,
    Number,
    Title,
    Status,
    Link,
}

/// <summary>English words of index pages, folded.</summary>
internal static class IndexWords
{
    public static readonly (IndexColumn Column, string[] Names)[] Columns =
    [
        (IndexColumn.Number, ["number", "no", "num", "id", "nr", "identifier", "proposal number", "proposal id", "code", "key", "index"]),
        (IndexColumn.Title, ["title", "name", "subject", "summary", "description", "topic", "proposal", "decision", "document"]),
        (IndexColumn.Status, ["status", "state", "stage", "phase", "current status", "resolution", "outcome"]),
        (IndexColumn.Link, ["link", "links", "file", "url", "doc"]),
    ];

    /// <summary>Headers of a column of numbers that have no letter.</summary>
    public static readonly string[] NumberSigns = ["#", "№"];

    /// <summary>Say that a number follows which is still free.</summary>
    public static readonly string[] Next = ["next", "upcoming", "following free"];

    /// <summary>What stands beside it in the same sentence.</summary>
    public static readonly string[] NextOf = ["number", "id", "available", "free", "unused", "proposal", "will be", "is"];
}
