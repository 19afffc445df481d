namespace Gavel.Core.Processes;

/// <summary>Words that statuses are made of: English ones, and the commonest of a few other languages. The only place that knows them.</summary>
internal static class StatusWords
{
    /// <summary>The beginning of a status of something that is still to be done, before the proposal is decided on.</summary>
    public const string Awaiting = "awaiting";

    /// <summary>A status by itself; behind another one it only says how far the work is.</summary>
    public const string NotYet = "not implemented";

    /// <summary>Words of a heading over a list of statuses.</summary>
    public static readonly string[] Topics = ["status", "statuses", "state", "states", "stage", "stages"];

    /// <summary>Which kind a status is of, by a word or words in it. An entry of more words wins over one of fewer, a later word in the status over an earlier one.</summary>
    public static readonly (string Words, StatusKind Kind)[] Kinds =
    [
        ("draft", StatusKind.Draft), ("drafting", StatusKind.Draft), ("wip", StatusKind.Draft), ("work in progress", StatusKind.Draft),
        ("idea", StatusKind.Draft), ("ideation", StatusKind.Draft), ("prediscussion", StatusKind.Draft), ("pre-draft", StatusKind.Draft),
        ("sketch", StatusKind.Draft), ("exploratory", StatusKind.Draft), ("exploring", StatusKind.Draft), ("exploration", StatusKind.Draft), ("strawman", StatusKind.Draft), ("new", StatusKind.Draft), ("incomplete", StatusKind.Draft),
        ("pitch", StatusKind.Draft), ("todo", StatusKind.Draft), ("initial", StatusKind.Draft), ("placeholder", StatusKind.Draft),

        ("proposed", StatusKind.Open), ("proposal", StatusKind.Open), ("discussion", StatusKind.Open), ("under discussion", StatusKind.Open),
        ("in discussion", StatusKind.Open), ("discussing", StatusKind.Open), ("review", StatusKind.Open), ("in review", StatusKind.Open),
        ("reviewing", StatusKind.Open), ("reviewed", StatusKind.Open), ("under review", StatusKind.Open), ("awaiting review", StatusKind.Open),
        ("last call", StatusKind.Open), ("final comment period", StatusKind.Open), ("fcp", StatusKind.Open), ("comment period", StatusKind.Open),
        ("open", StatusKind.Open), ("submitted", StatusKind.Open), ("pending", StatusKind.Open), ("voting", StatusKind.Open),
        ("vote", StatusKind.Open), ("candidate", StatusKind.Open), ("requested", StatusKind.Open), ("under consideration", StatusKind.Open),
        ("returned for revision", StatusKind.Open), ("published", StatusKind.Open), ("scheduled for review", StatusKind.Open), ("rfc", StatusKind.Open),
        ("ready for review", StatusKind.Open), ("triage", StatusKind.Open),

        ("accepted", StatusKind.Accepted), ("approved", StatusKind.Accepted), ("provisional", StatusKind.Accepted), ("adopted", StatusKind.Accepted),
        ("provisionally accepted", StatusKind.Accepted), ("implementable", StatusKind.Accepted), ("agreed", StatusKind.Accepted),
        ("decided", StatusKind.Accepted), ("planned", StatusKind.Accepted), ("committed", StatusKind.Accepted), ("ready", StatusKind.Accepted),
        ("in development", StatusKind.Accepted), ("in progress", StatusKind.Accepted), ("implementing", StatusKind.Accepted),
        ("under development", StatusKind.Accepted), ("being implemented", StatusKind.Accepted), ("partially implemented", StatusKind.Accepted),
        ("scheduled", StatusKind.Accepted), ("ratified", StatusKind.Accepted), ("experimental", StatusKind.Accepted), ("accept", StatusKind.Accepted),
        ("approve", StatusKind.Accepted), ("awaiting implementation", StatusKind.Accepted), ("development", StatusKind.Accepted), ("trial", StatusKind.Accepted),

        ("implemented", StatusKind.Done), ("merged", StatusKind.Done), ("final", StatusKind.Done), ("finalized", StatusKind.Done),
        ("finished", StatusKind.Done), ("done", StatusKind.Done), ("complete", StatusKind.Done), ("completed", StatusKind.Done),
        ("released", StatusKind.Done), ("shipped", StatusKind.Done), ("delivered", StatusKind.Done), ("stable", StatusKind.Done),
        ("closed", StatusKind.Done), ("landed", StatusKind.Done), ("built", StatusKind.Done), ("production", StatusKind.Done), ("graduated", StatusKind.Done),
        ("deployed", StatusKind.Done), ("activated", StatusKind.Done), ("recommended", StatusKind.Done), ("resolved", StatusKind.Done), ("incorporated", StatusKind.Done), ("standard", StatusKind.Done),

        ("living", StatusKind.Living), ("active", StatusKind.Living), ("in force", StatusKind.Living), ("informational", StatusKind.Living),
        ("current", StatusKind.Living), ("effective", StatusKind.Living),

        ("deferred", StatusKind.Deferred), ("stagnant", StatusKind.Deferred), ("postponed", StatusKind.Deferred), ("on hold", StatusKind.Deferred),
        ("paused", StatusKind.Deferred), ("parked", StatusKind.Deferred), ("dormant", StatusKind.Deferred), ("inactive", StatusKind.Deferred),
        ("backlog", StatusKind.Deferred), ("stalled", StatusKind.Deferred), ("blocked", StatusKind.Deferred), ("suspended", StatusKind.Deferred),
        ("stale", StatusKind.Deferred), ("someday", StatusKind.Deferred), ("shelved", StatusKind.Deferred), ("expired", StatusKind.Deferred),

        ("rejected", StatusKind.Rejected), ("declined", StatusKind.Rejected), ("denied", StatusKind.Rejected), ("refused", StatusKind.Rejected),
        ("not accepted", StatusKind.Rejected), ("not approved", StatusKind.Rejected), ("reject", StatusKind.Rejected), ("wontfix", StatusKind.Rejected),
        ("dismissed", StatusKind.Rejected), ("vetoed", StatusKind.Rejected), ("not planned", StatusKind.Rejected),

        ("withdrawn", StatusKind.Withdrawn), ("abandoned", StatusKind.Withdrawn), ("cancelled", StatusKind.Withdrawn), ("canceled", StatusKind.Withdrawn),
        ("retracted", StatusKind.Withdrawn), ("dropped", StatusKind.Withdrawn), ("discarded", StatusKind.Withdrawn), ("revoked", StatusKind.Withdrawn),
        ("removed", StatusKind.Withdrawn), ("discontinued", StatusKind.Withdrawn), ("not implemented", StatusKind.Withdrawn),

        ("superseded", StatusKind.Superseded), ("replaced", StatusKind.Superseded), ("deprecated", StatusKind.Superseded), ("obsolete", StatusKind.Superseded),
        ("obsoleted", StatusKind.Superseded), ("moved", StatusKind.Superseded), ("retired", StatusKind.Superseded), ("historical", StatusKind.Superseded),
        ("archived", StatusKind.Superseded), ("historic", StatusKind.Superseded), ("outdated", StatusKind.Superseded), ("supplanted", StatusKind.Superseded),
        ("merged into", StatusKind.Superseded), ("amended", StatusKind.Superseded), ("split", StatusKind.Superseded),
    ];

    /// <summary>The same in German, French, Spanish, Portuguese, Russian, Chinese and Japanese: whole statuses that templates list. No English word is taken for a misspelling of one.</summary>
    public static readonly (string Words, StatusKind Kind)[] Abroad =
    [
        ("entwurf", StatusKind.Draft), ("brouillon", StatusKind.Draft), ("borrador", StatusKind.Draft), ("rascunho", StatusKind.Draft), ("черновик", StatusKind.Draft),
        ("草稿", StatusKind.Draft), ("草案", StatusKind.Draft), ("下書き", StatusKind.Draft), ("ドラフト", StatusKind.Draft),

        ("vorgeschlagen", StatusKind.Open), ("in diskussion", StatusKind.Open), ("proposé", StatusKind.Open), ("proposée", StatusKind.Open), ("propuesto", StatusKind.Open), ("propuesta", StatusKind.Open),
        ("proposto", StatusKind.Open), ("proposta", StatusKind.Open), ("предложено", StatusKind.Open), ("提议", StatusKind.Open), ("已提议", StatusKind.Open), ("评审中", StatusKind.Open), ("提案", StatusKind.Open), ("提案中", StatusKind.Open), ("提案済み", StatusKind.Open),

        ("akzeptiert", StatusKind.Accepted), ("angenommen", StatusKind.Accepted), ("beschlossen", StatusKind.Accepted), ("accepté", StatusKind.Accepted), ("acceptée", StatusKind.Accepted), ("aceptado", StatusKind.Accepted), ("aceptada", StatusKind.Accepted),
        ("aceito", StatusKind.Accepted), ("aceita", StatusKind.Accepted), ("aprovado", StatusKind.Accepted), ("принято", StatusKind.Accepted), ("已接受", StatusKind.Accepted), ("已采纳", StatusKind.Accepted), ("已通过", StatusKind.Accepted), ("已批准", StatusKind.Accepted),
        ("承認", StatusKind.Accepted), ("承認済", StatusKind.Accepted), ("承認済み", StatusKind.Accepted), ("採用", StatusKind.Accepted),

        ("umgesetzt", StatusKind.Done), ("implementado", StatusKind.Done), ("已实现", StatusKind.Done), ("已完成", StatusKind.Done), ("実装済み", StatusKind.Done),

        ("abgelehnt", StatusKind.Rejected), ("verworfen", StatusKind.Rejected), ("rejeté", StatusKind.Rejected), ("rejetée", StatusKind.Rejected), ("refusé", StatusKind.Rejected), ("rechazado", StatusKind.Rejected), ("rechazada", StatusKind.Rejected),
        ("rejeitado", StatusKind.Rejected), ("rejeitada", StatusKind.Rejected), ("отклонено", StatusKind.Rejected), ("已拒绝", StatusKind.Rejected), ("却下", StatusKind.Rejected),

        ("ersetzt", StatusKind.Superseded), ("überholt", StatusKind.Superseded), ("veraltet", StatusKind.Superseded), ("remplacé", StatusKind.Superseded), ("remplacée", StatusKind.Superseded), ("obsolète", StatusKind.Superseded), ("déprécié", StatusKind.Superseded),
        ("reemplazado", StatusKind.Superseded), ("obsoleto", StatusKind.Superseded), ("substituído", StatusKind.Superseded), ("substituída", StatusKind.Superseded), ("descontinuado", StatusKind.Superseded), ("заменено", StatusKind.Superseded),
        ("已废弃", StatusKind.Superseded), ("已取代", StatusKind.Superseded), ("已替代", StatusKind.Superseded), ("非推奨", StatusKind.Superseded), ("廃止", StatusKind.Superseded), ("置換済", StatusKind.Superseded),
    ];

    /// <summary>Words that mean a beginning where they are the first status that a template lists, whatever they mean elsewhere.</summary>
    public static readonly string[] BeginsSo = ["provisional", "experimental", "planned", "ready", "active"];

    /// <summary>Words that say the same when two statuses differ in nothing else.</summary>
    public static readonly string[] Fillers = ["in", "under", "is", "status", "state", "being", "for", "the", "currently", "now", "design"];

    /// <summary>Words that may begin what follows a status: "Superseded by 12", "Accepted on 2020-01-02".</summary>
    public static readonly string[] Connectors = ["by", "in", "on", "since", "as", "for", "with", "from", "to", "at", "until", "version", "release", "pending", "see", "via", "and", "par", "por", "durch", "da", "door"];

    /// <summary>Words with the same stem, of which one may stand for the other: "discussing", "discussion".</summary>
    public static readonly string[][] Synonyms =
    [
        ["discussion", "discussing", "discuss"], ["proposed", "proposal", "propose"], ["accepted", "accept", "approved", "approve"],
        ["rejected", "reject", "declined", "denied"], ["implemented", "done", "complete", "completed", "finished", "merged", "released"],
        ["draft", "wip", "drafting"], ["review", "reviewing", "reviewed"], ["superseded", "replaced", "obsolete", "obsoleted"],
        ["withdrawn", "withdraw", "abandoned", "cancelled", "canceled"], ["deferred", "postponed"], ["development", "implementing", "progress"],
        ["final", "finalized"], ["active", "living"],
    ];

    /// <summary>Words that name the header field that holds the status, nearest first.</summary>
    public static readonly string[] FieldNames = ["status", "state", "current state", "current status", "spec status", "decision status", "proposal status", "stage", "lifecycle", "statut", "estado", "stato", "stav", "статус", "ステータス", "状态", "状態", "狀態", "상태"];
}
