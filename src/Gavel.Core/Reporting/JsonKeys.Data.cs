namespace Gavel.Core.Reporting;

/// <summary>The keys of every object, in their order, in the notation of <see cref="JsonSchemas"/>.</summary>
internal static class JsonKeys
{
    private const string Change = "id:text? number:int? path:text? changed:[text] commit:text? done:bool refusal:refusal?";

    public static readonly (string Name, string Keys)[] Commands =
    [
        ("check", "proposals:int owed:int diagnostics:[diagnostic]"),
        ("list", "proposals:[row]"),
        ("show", "proposal:row header:[header] sections:[shown] relations:[relation] incoming:[incoming] diagnostics:counts"),
        ("learn", "title:title? fields:[field] sections:[section] instructions:[instruction] placeholders:[line] checklist:[line] naming:naming? limits:[limit] against:against?"),
        ("new", Change),
        ("set", Change),
        ("renumber", Change),
        ("rename", Change),
        ("log", "id:text complete:bool events:[event]"),
        ("diff", "id:text from:end to:end fields:[fieldChange] sections:[sectionChange]"),
        ("stats", "today:date processes:[figures]"),
        ("index", "indexes:[index]"),
        ("explain", "rule:text severity:error|warning|info|off summary:text page:text"),
        ("init", "written:[text] processes:[process] owed:int"),
    ];

    public static readonly (string Name, string Keys)[] Parts =
    [
        ("diagnostic", "rule:text severity:error|warning|info proposal:text? path:text line:int column:int endLine:int endColumn:int message:text help:text? source:source? also:[range] related:[related] fingerprint:text fix:fix?"),
        ("source", "path:text line:int revision:text? text:text"),
        ("range", "line:int column:int endLine:int endColumn:int"),
        ("related", "path:text line:int column:int message:text"),
        ("fix", "description:text safe:bool edits:[edit] moves:[move]"),
        ("edit", "path:text line:int column:int endLine:int endColumn:int newText:text"),
        ("move", "from:text to:text"),
        ("row", "id:text repository:text? process:text number:int? title:text status:text? kind:draft|open|accepted|done|living|deferred|rejected|withdrawn|superseded? authors:[text] path:text directory:text? fields:map created:date? updated:date? statusSince:date?"),
        ("header", "name:text value:text line:int"),
        ("shown", "title:text level:int line:int? words:int answer:given|none|empty|absent|placeholder"),
        ("relation", "kind:text to:text path:text? line:int"),
        ("incoming", "kind:text from:text"),
        ("counts", "error:int warning:int info:int"),
        ("title", "pattern:text line:int"),
        ("field", "name:text kind:enum|people|link|date|release|number|text values:[text] required:bool placeholder:text? line:int confidence:high|medium|low"),
        ("section", "title:text level:int requirement:required|optional|conditional condition:text? requiredFrom:text? maxWords:int? offered:bool line:int confidence:high|medium|low prompts:[line]"),
        ("line", "text:text line:int"),
        ("instruction", "text:text style:text line:int keep:bool"),
        ("naming", "pattern:text line:int"),
        ("limit", "kind:text value:int line:int"),
        ("refusal", "code:no-such-transition|gate-unmet|number-taken|not-allowed|uncommitted|exists unmet:[unmet]"),
        ("unmet", "kind:text text:text who:[text] until:date?"),
        ("index", "path:text rows:int written:bool changes:[change]"),
        ("change", "id:text? line:int column:text from:text to:text"),
        ("process", "name:text template:text? files:[text] proposals:int mined:[mined]"),
        ("against", "revision:text date:date? added:[demand] removed:[demand] changed:[demandChange] failing:[failing]"),
        ("demand", "kind:text text:text line:int"),
        ("demandChange", "kind:text text:text line:int from:text to:text"),
        ("failing", "id:text path:text errors:[failure]"),
        ("failure", "rule:text message:text line:int"),
        ("figures", "name:text proposals:int byStatus:counted open:int stale:int createdByYear:counted decidedByYear:counted daysInStatus:stays bulkExcluded:int"),
        ("stay", "n:int median:number p90:number"),
        ("end", "revision:text? date:date?"),
        ("fieldChange", "name:text from:text? to:text?"),
        ("sectionChange", "title:text change:added|removed|moved|renamed|edited fromLine:int? toLine:int? words:[word]"),
        ("word", "op:=|+|- text:text"),
        ("event", "kind:created|renamed|title|status|field|section|template|index|decision|mentioned recorded:date effective:date? by:text? commit:text? path:text name:text? from:text? to:text? bulk:int?"),
        ("mined", "key:text value:text from:text"),
    ];
}
