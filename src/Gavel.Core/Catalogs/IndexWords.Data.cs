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

/// <summary>Words of index pages, folded: English ones, and the commonest of a few other languages.</summary>
internal static class IndexWords
{
    public static readonly (IndexColumn Column, string[] Names)[] Columns =
    [
        (IndexColumn.Number, ["number", "no", "num", "id", "nr", "identifier", "proposal number", "proposal id", "code", "key", "index", "nummer", "numéro", "número", "numero", "番号", "编号", "編號"]),
        (IndexColumn.Title, ["title", "name", "subject", "summary", "description", "topic", "proposal", "decision", "document", "titel", "titre", "título", "titolo", "タイトル", "标题", "標題", "名称"]),
        (IndexColumn.Status, ["status", "state", "stage", "phase", "current status", "resolution", "outcome", "statut", "estado", "stato", "статус", "ステータス", "状态", "状態", "狀態"]),
        (IndexColumn.Link, ["link", "links", "file", "url", "doc"]),
    ];

    /// <summary>Headers of a column of numbers that have no letter.</summary>
    public static readonly string[] NumberSigns = ["#", "№"];

    /// <summary>Say that a number follows which is still free.</summary>
    public static readonly string[] Next = ["next", "upcoming", "following free"];

    /// <summary>What stands beside it in the same sentence.</summary>
    public static readonly string[] NextOf = ["number", "id", "available", "free", "unused", "proposal", "will be", "is"];
}
