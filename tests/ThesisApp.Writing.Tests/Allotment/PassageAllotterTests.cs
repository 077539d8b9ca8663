using CsCheck;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Allotment;

public sealed class PassageAllotterTests
{
    private static readonly string[] Roles = [.. SectionRoles.All];

    [Fact]
    public void No_passage_is_given_to_two_sections()
    {
        Gen.Select(Gen.Int[1, 8], Gen.Int[1, 6], Gen.Int[1, 12], Gen.Int[60, 600]).Sample(
            (sources, passages, sections, words) =>
            {
                IReadOnlyList<SectionAllotment> allotments = Allot(Sources(sources, passages), sections, words);
                string[] given = [.. allotments.SelectMany(allotment => allotment.Passages).Select(passage => passage.Id)];
                Assert.Equal(given.Length, given.Distinct().Count());
                Assert.Equal(sections, allotments.Count);
            },
            iter: 30,
            threads: 1);
    }

    [Fact]
    public void Every_section_gets_something_where_there_are_passages_enough()
    {
        Gen.Select(Gen.Int[1, 6], Gen.Int[60, 600]).Sample(
            (sections, words) => Assert.All(Allot(Sources(sections, 3), sections, words), allotment => Assert.NotEmpty(allotment.Passages)),
            iter: 25,
            threads: 1);
    }

    [Fact]
    public void All_passages_are_given_where_the_sources_are_short()
    {
        SourceDocument[] sources = Sources(3, 4);
        IReadOnlyList<SectionAllotment> allotments = Allot(sources, 5, 2_000);
        Assert.Equal(12, allotments.Sum(allotment => allotment.Passages.Count));
    }

    [Fact]
    public void A_section_that_names_its_sources_gets_nothing_of_any_other()
    {
        SourceDocument[] sources = Sources(4, 5);
        OutlineSection[] sections = [.. Enumerable.Range(0, 4).Select(i => Corpus.Section($"c/s{i}", 150, Roles[i]) with { Sources = i == 0 ? [sources[2].FileName] : null })];

        IReadOnlyList<SectionAllotment> allotments = Writers.Allotter.Allot(Corpus.Spec(), Corpus.Outline(sections), sources, TestContext.Current.CancellationToken);

        Assert.NotEmpty(allotments[0].Passages);
        Assert.All(allotments[0].Passages, passage => Assert.Equal(sources[2].Id, passage.SourceId));
    }

    [Fact]
    public void The_order_in_which_sources_are_given_does_not_matter()
    {
        SourceDocument[] sources = Sources(6, 4);
        Assert.Equal(Ids(Allot(sources, 7, 200)), Ids(Allot([.. sources.Reverse()], 7, 200)));
    }

    [Fact]
    public void A_section_that_another_could_feed_is_not_left_short()
    {
        IReadOnlyList<SectionAllotment> allotments = Allot(Sources(8, 6), 6, 200);
        Outline outline = Corpus.Outline([.. Enumerable.Range(0, 6).Select(i => Corpus.Section($"c/s{i}", 200, Roles[i]))]);
        Assert.All(allotments.Zip(outline.Sections), pair =>
        {
            // What it says of itself it need not be given; a model is given something in any case.
            int wanted = Math.Max(80, 200 - OwnWords.Estimate(Corpus.Spec(), outline, pair.Second));
            Assert.InRange(pair.First.Passages.Sum(UsableWords), wanted, int.MaxValue);
        });
    }

    [Fact]
    public void Findings_get_nothing_of_a_work_that_never_names_the_case_where_others_do()
    {
        SourceDocument ofCase = Told("severn", "Grain", 0, "The Severn carried it.");
        SourceDocument other = Told("other", "Findings on traffic that changed", 100, "Traffic on the canal changed over time.");

        IReadOnlyList<SectionAllotment> allotments = Given(
            [ofCase, other],
            Corpus.Section("c/literature", 220, SectionRoles.Literature, "Works on grain", "Grain and its carriage."),
            Corpus.Section("c/findings", 220, SectionRoles.Results, "Traffic", "How did traffic on the canal change?"));

        Assert.All(allotments[1].Passages, passage => Assert.Equal("severn", passage.SourceId));
        Assert.NotEmpty(allotments[1].Passages);
    }

    [Fact]
    public void A_word_that_says_what_a_section_is_for_is_not_looked_up_in_the_sources()
    {
        SourceDocument of = Told("a", "Background drains", 0, "Background drains were dug.");
        SourceDocument other = Told("b", "Barges", 100, "Barges were built.");

        IReadOnlyList<SectionAllotment> allotments = Given(
            [of, other],
            Corpus.Section("c/background", 220, SectionRoles.Literature, "Background", "Barges and boats."),
            Corpus.Section("c/drains", 220, SectionRoles.Literature, "Drains", "Drains and ditches."));

        Assert.All(allotments[0].Passages, passage => Assert.Equal("b", passage.SourceId));
    }

    [Fact]
    public void A_heading_that_names_what_a_section_asks_for_brings_its_text_there()
    {
        SourceDocument advice = Told("a", "Advice for carriers", 0, "Carriers were many.");
        SourceDocument other = Told("b", "Barges", 100, "Barges were built.");

        IReadOnlyList<SectionAllotment> allotments = Given(
            [advice, other],
            Corpus.Section("c/trade", 220, SectionRoles.Discussion, "Trade", "The trade of the valley."),
            Corpus.Section("c/implications", 220, SectionRoles.Discussion, "Implications", "The trade of the valley."));

        Assert.All(allotments[1].Passages, passage => Assert.Equal("a", passage.SourceId));
    }

    [Fact]
    public void A_list_of_propositions_gathers_from_several_works()
    {
        SourceDocument[] sources = [.. Enumerable.Range(0, 4).Select(i => Told($"s{i}", "Laws of tolls", i * 100, "Every toll must always depend on the weight."))];

        IReadOnlyList<SectionAllotment> allotments = Given(
            sources,
            Corpus.Section("c/propositions", 100, SectionRoles.Framework, "Guiding Propositions", "Propositions on tolls."),
            Corpus.Section("c/tolls", 300, SectionRoles.Literature, "Tolls", "Tolls and who paid them."));

        Assert.InRange(allotments[0].Passages.Select(passage => passage.SourceId).Distinct().Count(), 3, 4);
    }

    [Fact]
    public void A_section_that_says_all_of_itself_takes_nothing_that_another_wants()
    {
        OutlineSection plan = Corpus.Section("introduction/structure", 40, SectionRoles.Introduction, "Barges and Structure", "Barges.");
        OutlineSection barges = Corpus.Section("literature/barges", 150, SectionRoles.Introduction, "On Barges", "Barges and boats.");
        Outline outline = new([new OutlineChapter("introduction", 1, "Introduction", [plan]), new OutlineChapter("literature", 2, "Literature on the Barges of the River and of the Canal", [barges])], []);

        IReadOnlyList<SectionAllotment> allotments = Writers.Allotter.Allot(Corpus.Spec(), outline, [Told("a", "Barges", 0, "Barges were built."), Told("b", "Drains", 100, "Drains were dug.")], TestContext.Current.CancellationToken);

        Assert.DoesNotContain(allotments[0].Passages, passage => passage.SourceId == "a");
        Assert.Contains(allotments[1].Passages, passage => passage.SourceId == "a");
    }

    [Fact]
    public void What_is_written_on_method_goes_to_the_section_on_method()
    {
        const string Method = "Case study research needs a protocol for interviews and coding. Validity and reliability of qualitative data rest on triangulation. "
            + "Sampling of participants was purposive, and a questionnaire was coded by two researchers. Threats to construct validity were listed in the protocol.";
        SourceDocument method = new("method", "method.md", "Method", [new Passage("method#1", "method", 1, "Data collection and validity", null, Method)], []);
        SourceDocument[] sources = [.. Sources(5, 1), method];
        OutlineSection[] sections =
        [
            Corpus.Section("c/results", 60, SectionRoles.Results, "Traffic", "Traffic of the canal."),
            Corpus.Section("c/method", 60, SectionRoles.Methodology, "Research Design", "Case study design and method."),
            Corpus.Section("c/history", 60, SectionRoles.Introduction, "History", "History of canals."),
        ];

        IReadOnlyList<SectionAllotment> allotments = Writers.Allotter.Allot(Corpus.Spec(), Corpus.Outline(sections), sources, TestContext.Current.CancellationToken);

        Assert.Equal("c/method", allotments.Single(allotment => allotment.Passages.Any(passage => passage.SourceId == "method")).SectionId);
    }

    [Fact]
    public void A_sentence_that_two_sources_share_is_given_once()
    {
        SourceDocument original = Corpus.Source("a", 2);
        SourceDocument copy = original with { Id = "b", FileName = "b.md", Passages = [.. original.Passages.Select(passage => passage with { Id = "b" + passage.Id, SourceId = "b" })] };

        IReadOnlyList<SectionAllotment> allotments = Allot([original, copy], 2, 100);

        string[] sentences = [.. allotments.SelectMany(allotment => allotment.Passages).SelectMany(passage => SentenceSplitter.Split(passage.Text))];
        Assert.Equal(8, sentences.Length);
        Assert.Equal(8, sentences.Distinct().Count());
    }

    [Fact]
    public void Search_finds_the_passage_that_holds_the_words()
    {
        SourceDocument[] sources = Sources(4, 4);
        Passage wanted = sources[2].Passages[1];
        Assert.Equal(wanted.Id, Writers.Allotter.Search(sources, SentenceSplitter.Split(wanted.Text)[0], 3, TestContext.Current.CancellationToken)[0].Id);
    }

    [Fact]
    public void Several_queries_at_once_find_what_each_finds_alone()
    {
        SourceDocument[] sources = Sources(4, 4);
        string[] queries = [.. sources.Take(3).Select(source => SentenceSplitter.Split(source.Passages[1].Text)[0])];

        IReadOnlyList<IReadOnlyList<Passage>> found = Writers.Allotter.SearchAll(sources, queries, 3, nearness: null, TestContext.Current.CancellationToken);

        Assert.Equal(queries.Select(query => Ids(Writers.Allotter.Search(sources, query, 3, TestContext.Current.CancellationToken))), found.Select(Ids));
        static string Ids(IReadOnlyList<Passage> passages) => string.Join(' ', passages.Select(passage => passage.Id));
    }

    [Theory]
    [InlineData("\"unbalanced AND (")]
    [InlineData("NEAR/3 * ^ heading:")]
    [InlineData("'; DROP TABLE passages; --")]
    [InlineData("")]
    public void A_hostile_query_is_only_words(string query)
    {
        IReadOnlyList<Passage> found = Writers.Allotter.Search(Sources(2, 2), query, 5, TestContext.Current.CancellationToken);
        Assert.True(found.Count <= 4);
    }

    private static SourceDocument[] Sources(int count, int passages) =>
        [.. Enumerable.Range(0, count).Select(i => Corpus.Source($"s{i}", passages, offset: i * 40))];

    private static IReadOnlyList<SectionAllotment> Allot(IReadOnlyList<SourceDocument> sources, int sections, int words) => Writers.Allotter.Allot(
        Corpus.Spec(),
        Corpus.Outline([.. Enumerable.Range(0, sections).Select(i => Corpus.Section($"c/s{i}", words, Roles[i % Roles.Length]))]),
        sources,
        TestContext.Current.CancellationToken);

    private static string[] Ids(IReadOnlyList<SectionAllotment> allotments) =>
        [.. allotments.Select(allotment => $"{allotment.SectionId}: {string.Join(' ', allotment.Passages.Select(passage => passage.Id))}")];

    private static int UsableWords(Passage passage) => new SentenceFilter(Phrasebook.For("en")).Units(passage, 0).Sum(unit => unit.Words);

    // Three passages under one heading, each opened by a sentence of its own.
    private static SourceDocument Told(string id, string heading, int offset, string opening)
    {
        SourceDocument source = Corpus.Source(id, 3, heading: _ => heading, offset: offset);
        return source with { Passages = [.. source.Passages.Select(passage => passage with { Text = $"{opening} {passage.Text}" })] };
    }

    private static IReadOnlyList<SectionAllotment> Given(SourceDocument[] sources, params OutlineSection[] sections) =>
        Writers.Allotter.Allot(Corpus.Spec(), Corpus.Outline(sections), sources, TestContext.Current.CancellationToken);
}
