using ThesisApp.Core.Checks;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Offline;

/// <summary>In what order and in what portions a section sets what it borrows.</summary>
public sealed class ArrangementTests
{
    [Fact]
    public void What_stands_under_a_heading_that_asks_the_same_comes_first()
    {
        OutlineSection section = Corpus.Section("c/s", 260, SectionRoles.Results) with { ResearchQuestion = 0 };
        Passage[] passages = [Told("a#1", "Tolls of the locks", 0), Told("a#2", "Who drives the trade", 8), Told("b#1", "Boats and crews", 16)];
        DraftRequest request = Corpus.Request(section) with { Allotment = new SectionAllotment(section.Id, passages), Spec = Corpus.Spec() with { ResearchQuestions = ["What drove the traffic of the canal?"] } };

        Assert.Equal(["a#2", "a#1", "b#1"], Order(Draft(request)));
        Assert.Equal(["a#1", "a#2", "b#1"], Order(Draft(request with { Spec = Corpus.Spec() with { ResearchQuestions = ["Which boats were on the canal?"] } })));
    }

    [Fact]
    public void Where_it_is_asked_what_things_are_what_opens_by_saying_it_comes_first()
    {
        OutlineSection section = Corpus.Section("c/s", 190, title: "Key Concepts");
        Passage plain = Told("a#1", "Tolls of the locks", 0);
        Passage defining = Told("b#1", "Boats and crews", 16) with { Text = "A barge is a boat with a flat bottom that horses draw. " + Told("b#1", "Boats", 16).Text };

        Assert.Equal("b#1", Order(Draft(Corpus.Request(section) with { Allotment = new SectionAllotment(section.Id, [plain, defining]) }))[0]);
    }

    [Fact]
    public void A_line_by_itself_is_no_paragraph_where_the_section_keeps_to_its_budget_without_it()
    {
        OutlineSection section = Corpus.Section("c/s", 150, SectionRoles.Methodology);
        Passage[] passages = [.. Enumerable.Range(1, 2).Select(i => Told($"a#{i}", "Tolls of the locks", i * 8)), new Passage("b#1", "b", 1, "Boats", null, "Boats of oak were drawn by two horses on the towpath.")];

        SectionDraft draft = Draft(Corpus.Request(section) with { Allotment = new SectionAllotment(section.Id, passages) });

        Assert.DoesNotContain("b#1", Order(draft));
        Assert.InRange(draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Sum(sentence => DocumentChecks.CountWords(sentence.Text)), 135, 165);
    }

    [Theory]
    [InlineData("Question 1: How did traffic on the canal change?", false)]
    [InlineData("Traffic", true)]
    public void A_question_that_the_title_asks_is_not_asked_again_below_it(string title, bool asked)
    {
        OutlineSection section = Corpus.Section("c/s", 300, SectionRoles.Results, title) with { ResearchQuestion = 0 };
        Passage[] passages = [Told("a#1", "Tolls of the locks", 0), Told("a#2", "Gates of oak", 8), Told("b#1", "Boats and crews", 16)];

        SectionDraft draft = Draft(Corpus.Request(section) with { Allotment = new SectionAllotment(section.Id, passages) });

        Assert.Equal(asked, draft.Paragraphs[0].Sentences[0].Text.StartsWith("The first research question is", StringComparison.Ordinal));
        Assert.Contains("tolls of the locks", string.Join(' ', draft.Paragraphs[0].Sentences.Select(sentence => sentence.Text)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("In 1840 the tolls fell, as they had in 1812.", 1812)]
    [InlineData("Release 2.29 came with 4096 bytes and no year.", 0)]
    public void The_first_year_of_a_text_is_the_first_in_time(string text, int year) => Assert.Equal(year, Years.First(text));

    private static Passage Told(string id, string heading, int offset) =>
        new(id, id.Split('#')[0], int.Parse(id.Split('#')[1], System.Globalization.CultureInfo.InvariantCulture), heading, null, string.Join(' ', Enumerable.Range(offset, 4).Select(Corpus.Sentence)));

    private static string[] Order(SectionDraft draft) =>
        [.. draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Where(sentence => sentence.IsBorrowed).Select(sentence => sentence.Citations[0].PassageId).Distinct()];

    private static SectionDraft Draft(DraftRequest request) => Writers.Offline.DraftAsync(request, TestContext.Current.CancellationToken).Result.Draft;
}
