using Core.Tests.Checking;
using Gavel.Core.Proposals;
using Gavel.Core.Reporting;
using Gavel.Core.Templates;
using static Core.Tests.Checking.HandMade;

namespace Core.Tests.Plans;

public sealed class PlanReportTests
{
    private const string Text = """
        # ZIP-7: Night trains

        ## Milestones

        1. Depot
           - rails, "wide" (2-3 days, @ann)
           - switches (1.5 weeks, due 2024-05-01, done)
        2. =SUM(A1) (dropped)
        """;

    [Fact]
    public void Data_has_every_key_of_every_item() => Assert.Equal(
        """{"version":1,"id":"ZIP-7","done":1,"total":2,"items":[{"kind":"milestone","text":"Depot","parent":null,"days":null,"due":null,"people":[],"state":"active","line":5,"tooBig":false},{"kind":"task","text":"rails, \"wide\"","parent":0,"days":{"min":2,"max":3},"due":null,"people":["@ann"],"state":"open","line":6,"tooBig":false},{"kind":"task","text":"switches","parent":0,"days":{"min":7.5,"max":7.5},"due":"2024-05-01","people":[],"state":"done","line":7,"tooBig":true},{"kind":"milestone","text":"=SUM(A1)","parent":null,"days":null,"due":null,"people":[],"state":"dropped","line":8,"tooBig":false}]}""" + "\n",
        PlanReport.RenderJson(Proposal(Text), PlanReader.Of(Proposal(Text))));

    [Fact]
    public void A_spreadsheet_gets_rows_and_no_formula() => Assert.Equal(""""
        kind,text,parent,days_min,days_max,due,people,state,line,too_big
        milestone,Depot,,,,,,active,5,false
        task,"rails, ""wide""",1,2,3,,ann,open,6,false
        task,switches,1,7.5,7.5,2024-05-01,,done,7,true
        milestone,'=SUM(A1),,,,,,dropped,8,false

        """".ReplaceLineEndings("\n"), PlanReport.RenderCsv(Proposal(Text), PlanReader.Of(Proposal(Text))));

    [Fact]
    public void People_see_the_state_first_and_the_sum_last() => Assert.Equal("""
        ZIP-7: Night trains
        zips/zip-7-night-trains.md

          [~] Depot
              [ ] rails, "wide"  2-3 days · @ann
              [x] switches  7.5 days · due 2024-05-01 · too big
          [-] =SUM(A1)

        1 of 2 done, 1 in progress, 1 dropped. 1 is larger than the 5 days that zips/template.md:9 allows for one.

        """.ReplaceLineEndings("\n"), PlanReport.RenderText(Proposal(Text), PlanReader.Of(Proposal(Text)), TextStyle.Plain));

    [Theory]
    [InlineData("# ZIP-7: T\n", "ZIP-7 lists no work; its template asks for it (zips/template.md:9).")]
    [InlineData("# ZIP-7: T\n\n## Milestones\n\nSoon.\n", "ZIP-7 lists no work under 'Milestones' (line 3); its template asks for it (zips/template.md:9).")]
    public void Where_there_is_none_it_says_who_asked(string text, string says) => Assert.Equal(says, PlanReport.Summary(Proposal(text), PlanReader.Of(Proposal(text))));

    [Fact]
    public void Where_nobody_asked_it_says_that()
    {
        var proposal = TestRepository.Read("# ZIP-7: T\n", Process(Schema([Title])));
        Assert.Equal("ZIP-7 lists no work, and its template asks for none.", PlanReport.Summary(proposal, PlanReader.Of(proposal)));
    }

    private static Proposal Proposal(string text)
    {
        var milestones = Section("Milestones");
        return TestRepository.Read(text, Process(Schema([Title, milestones, new Demand.Plan(milestones.Key) { Key = "plan", Source = Line(9) }, new Demand.TaskSize(milestones.Key, 5) { Key = "size", Source = Line(9) }])));
    }
}
