using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Allotment;

/// <summary>By what headings, openings and statements a passage is told to suit a section.</summary>
public sealed class WhatSuitsTests
{
    [Fact]
    public void A_heading_with_two_words_of_a_brief_in_a_row_brings_its_text_there_though_each_says_little()
    {
        IReadOnlyList<SectionAllotment> allotments = Given(
            [Told("a", "Barges", 0, "Days were long."), Told("b", "What a case study is", 100, "Nights were long.")],
            Corpus.Section("c/design", 220, SectionRoles.Literature, "Design", "Case study of boats."),
            Corpus.Section("c/boats", 220, SectionRoles.Literature, "Boats", "Boats and their crews."));

        Assert.All(allotments[0].Passages, passage => Assert.Equal("b", passage.SourceId));
        Assert.NotEmpty(allotments[0].Passages);
    }

    [Fact]
    public void A_list_of_propositions_is_lent_what_has_one_before_what_has_none()
    {
        const string Statement = "Any price must depend on the distance of the carriage.";
        SourceDocument own = Told("a", "Laws of tolls", 0, "Every toll must always depend on the weight of a barge.");
        SourceDocument with = Told("b", "Prices", 100, "Prices were entered.");
        with = with with { Passages = [.. with.Passages.Select((passage, i) => i == 2 ? passage with { Text = $"{Statement} {passage.Text}" } : passage)] };
        SourceDocument without = Told("c", "Laws and tolls", 200, "Tolls were entered.");

        IReadOnlyList<SectionAllotment> allotments = Given(
            [own, with, without],
            Corpus.Section("c/propositions", 100, SectionRoles.Framework, "Guiding Propositions", "Propositions on tolls."),
            Corpus.Section("c/prices", 120, SectionRoles.Literature, "Prices", "Prices and who paid them."));

        Assert.Contains(allotments[0].Passages, passage => passage.Text.Contains(Statement, StringComparison.Ordinal));
    }

    [Fact]
    public void A_reason_goes_to_the_question_that_asks_for_it()
    {
        SourceDocument reason = Told("severn", "Why the barges were wanted", 0, "Barges were wanted on the Severn.");
        SourceDocument other = Told("severn2", "Traffic on the Severn canal", 100, "Traffic on the Severn canal was built of needs.");
        ThesisSpec spec = Corpus.Spec() with { ResearchQuestions = ["Why was the canal built?", "How did traffic on the canal change?"] };
        OutlineSection[] sections =
        [
            Corpus.Section("c/change", 200, SectionRoles.Results, "Barges", "How did the barges change?") with { ResearchQuestion = 1 },
            Corpus.Section("c/why", 200, SectionRoles.Results, "Building", "Why was the canal built?") with { ResearchQuestion = 0 },
        ];

        IReadOnlyList<SectionAllotment> allotments = Writers.Allotter.Allot(spec, Corpus.Outline(sections), [reason, other], TestContext.Current.CancellationToken);

        Assert.Equal("severn", allotments[1].Passages[0].SourceId);
    }

    [Fact]
    public void What_opens_with_a_definition_goes_to_the_section_on_concepts()
    {
        SourceDocument defining = Told("a", "Boats", 0, "Boats were many.");
        defining = defining with { Passages = [.. defining.Passages.Select((passage, i) => i == 0 ? passage with { Text = $"A barge is a boat with a flat bottom. {passage.Text}" } : passage)] };
        SourceDocument other = Told("b", "Crews", 100, "Crews were many.");

        IReadOnlyList<SectionAllotment> allotments = Given(
            [other, defining],
            Corpus.Section("c/trade", 220, SectionRoles.Literature, "Trade", "The trade of the valley."),
            Corpus.Section("c/concepts", 220, SectionRoles.Literature, "Concepts", "The trade of the valley."));

        Assert.All(allotments[1].Passages, passage => Assert.Equal("a", passage.SourceId));
    }

    // Three passages under one heading, each opened by a sentence of its own.
    private static SourceDocument Told(string id, string heading, int offset, string opening)
    {
        SourceDocument source = Corpus.Source(id, 3, heading: _ => heading, offset: offset);
        return source with { Passages = [.. source.Passages.Select(passage => passage with { Text = $"{opening} {passage.Text}" })] };
    }

    private static IReadOnlyList<SectionAllotment> Given(SourceDocument[] sources, params OutlineSection[] sections) =>
        Writers.Allotter.Allot(Corpus.Spec(), Corpus.Outline(sections), sources, TestContext.Current.CancellationToken);
}
