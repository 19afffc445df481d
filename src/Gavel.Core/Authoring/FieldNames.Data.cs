namespace Gavel.Core.Authoring;

/// <summary>Names of header fields that a new proposal can fill, letters and digits alone, lower case.</summary>
internal static class FieldNames
{
    public static readonly HashSet<string> Authors = new(StringComparer.Ordinal)
    {
        "author", "authors", "proposer", "proposers", "proposedby", "submitter", "submitters", "owner", "owners", "writtenby", "champion", "champions", "deciders", "by", "name", "owningauthors", "leadauthor", "leadauthors",
        "auteur", "auteurs", "autor", "autorin", "autoren", "autores", "autora", "автор", "作者", "负责人", "著者", "作成者", "提案者",
    };

    public static readonly HashSet<string> Creation = new(StringComparer.Ordinal)
    {
        "created", "creationdate", "createddate", "date", "startdate", "started", "datecreated", "createdat", "proposed", "submitted", "createdon", "datesubmitted", "draftdate", "opened", "dateproposed", "creation",
        "datum", "fecha", "data", "дата", "日期", "创建日期", "日付", "作成日",
        "lastmodified", "lastupdated", "lastchanged", "modified", "updated", "lastrevised", "lastedited",
    };

    public static readonly HashSet<string> Titles = new(StringComparer.Ordinal) { "title", "name", "proposal", "subject" };

    public static readonly HashSet<string> Numbers = new(StringComparer.Ordinal) { "number", "no", "id", "proposalnumber", "num", "index", "nr" };
}
