using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class PropositionsTests
{
    [Theory]
    [InlineData("Every toll must follow the weight of the cargo.", true)]
    [InlineData("Every toll had to follow the weight of the cargo.", false)]
    [InlineData("Every toll must follow the act of 1790.", false)]
    [InlineData("Every toll is another answer to the same question.", false)]
    public void What_tells_of_one_time_or_of_what_stood_before_it_is_not_general(string statement, bool general) =>
        Assert.Equal(general, Propositions.IsGeneral(statement, Phrasebook.For("en")));

    [Fact]
    public async Task What_tells_what_its_author_did_is_no_proposition()
    {
        Passage[] passages =
        [
            new("telford1830#1", "telford1830", 1, "Tolls", null, "Telford considered the tolls of the canal far too high for the trade of the valley. Every toll must follow the weight of the cargo that a barge can carry."),
            new("smeaton1760#1", "smeaton1760", 1, "Locks", null, "Water that is lost in a lock always depends on the height of its gates and walls. Any lock requires a keeper who knows the level of the river above it."),
        ];
        OutlineSection section = Corpus.Section("c/propositions", 90, SectionRoles.Framework, "Guiding Propositions");

        SectionWork work = await Writers.Offline.DraftAsync(Corpus.Request(section) with { Allotment = new SectionAllotment(section.Id, passages) }, TestContext.Current.CancellationToken);

        Paragraph list = Assert.Single(work.Draft.Paragraphs, paragraph => paragraph.Kind == ParagraphKind.Numbered);
        Assert.DoesNotContain(list.Sentences, sentence => sentence.Text.StartsWith("Telford", StringComparison.Ordinal));
        Assert.Equal(2, list.Sentences.Select(sentence => sentence.Citations[0].Key).Distinct().Count());
    }
}
