using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class LeadsTests
{
    private static readonly Phrasebook English = Phrasebook.For("en");

    [Fact]
    public void No_form_doubles_a_preposition_of_the_theme()
    {
        OutlineSection section = Corpus.Section("c/s", 100, SectionRoles.Results);
        Sentence first = new("The tolls of the canal rose in every year.", [new Citation("a", "a#1", null)], []);
        for (int turn = 0; turn < English.Forms("lead.results").Count; turn++)
        {
            int next = turn;
            string text = Assert.Single(Leads.Into(English, section, ref next, first, "results on size", Relation.New, new Casing([first.Text, "On the tolls."]))).Text;
            Assert.DoesNotContain("on results on size", text, StringComparison.OrdinalIgnoreCase);
            Assert.True(next > turn);
        }
    }
}
