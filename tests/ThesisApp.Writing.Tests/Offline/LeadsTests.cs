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

    [Theory]
    [InlineData("Tichy compares two ways of storing a file.", "tichy1985rcs", true)]
    [InlineData("Tichy compares two ways of storing a file.", "tichy", true)]
    [InlineData("Git stores a file as a whole.", "gitlab2020scaling", false)]
    [InlineData("Git stores a file as a whole.", "git2024packs", true)]
    public void A_sentence_names_its_author_where_the_name_in_the_key_ends_with_the_word(string text, string key, bool names) =>
        Assert.Equal(names, Leads.NamesItsAuthor(new Sentence(text, [new Citation(key, key + "#1", null)], [])));
}
