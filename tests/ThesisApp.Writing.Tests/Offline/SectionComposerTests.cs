using CsCheck;
using ThesisApp.Core.Checks;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class SectionComposerTests
{
    [Fact]
    public void A_section_keeps_within_a_tenth_of_its_budget_where_the_sources_suffice()
    {
        Gen.Select(Gen.Int[300, 900], Gen.OneOf([.. SectionRoles.All.Select(Gen.Const)]), Gen.Int[2, 4]).Sample(
            (words, role, sentences) =>
            {
                SectionDraft draft = Draft(Corpus.Section("c/s", words, role), Corpus.Source("a", 12, sentences), Corpus.Source("b", 80 / sentences, sentences, offset: 100));
                Assert.InRange(Words(draft), words * 0.9, words * 1.1);
                Assert.Null(draft.Note);
            },
            iter: 30,
            threads: 1);
    }

    [Fact]
    public void A_section_that_the_sources_cannot_fill_says_by_how_much()
    {
        SectionDraft draft = Draft(Corpus.Section("c/s", 800), Corpus.Source("a", 2));
        Assert.NotNull(draft.Note);
        Assert.Contains($"{800 - Words(draft)} words short of 800", draft.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_borrowed_sentence_stands_word_for_word_in_the_passage_that_it_cites()
    {
        SourceDocument source = Corpus.Source("a", 8);
        SectionDraft draft = Draft(Corpus.Section("c/s", 300), source);
        Assert.All(Sentences(draft).Where(sentence => sentence.IsBorrowed), sentence =>
        {
            Citation citation = Assert.Single(sentence.Citations);
            Assert.Contains(sentence.Borrowed, source.Passages.Single(passage => passage.Id == citation.PassageId).Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_sentence_stands_twice()
    {
        string[] sentences = [.. Sentences(Draft(Corpus.Section("c/s", 600), Corpus.Source("a", 10), Corpus.Source("b", 10, offset: 100))).Select(sentence => sentence.Text)];
        Assert.Equal(sentences.Length, sentences.Distinct().Count());
    }

    [Fact]
    public void A_paragraph_opens_by_naming_the_work_that_it_takes_from()
    {
        SectionDraft draft = Draft(Corpus.Section("c/s", 200), Corpus.Source("a", 6));
        Paragraph first = draft.Paragraphs.First(paragraph => paragraph.Sentences.Any(sentence => sentence.IsBorrowed));
        Assert.Equal(["a"], WorkMention.Keys(first.Sentences[0].Text));
    }

    [Fact]
    public void Own_words_lead_into_the_first_borrowed_sentence_and_leave_all_but_its_first_letter_as_it_was()
    {
        SectionDraft draft = Draft(Corpus.Section("c/s", 200), Corpus.Source("a", 6));
        Sentence led = Sentences(draft).First(sentence => sentence.Quoted is not null);
        Assert.EndsWith(led.Quoted![1..], led.Text, StringComparison.Ordinal);
        Assert.Contains(char.ToLowerInvariant(led.Quoted[0]) + led.Quoted[1..], led.Text, StringComparison.Ordinal);
        Assert.Equal(["a"], WorkMention.Keys(led.Text));
    }

    [Fact]
    public void Sentences_in_a_row_from_one_place_share_the_citation_of_the_last()
    {
        SectionDraft draft = Draft(Corpus.Section("c/s", 200), Corpus.Source("a", 6));
        Assert.All(draft.Paragraphs, paragraph =>
        {
            Sentence[] borrowed = [.. paragraph.Sentences.Where(sentence => sentence.IsBorrowed)];
            Assert.All(borrowed.SkipLast(1), sentence => Assert.True(sentence.CitedWithNext));
            Assert.False(borrowed.LastOrDefault()?.CitedWithNext ?? false);
        });
        Assert.Contains(Sentences(draft), sentence => sentence.CitedWithNext);
    }

    [Fact]
    public void A_sentence_that_opens_by_the_name_of_its_author_needs_no_lead()
    {
        Passage passage = new("telford1830#1", "telford1830", 1, "Traffic", null, "Telford describes the traffic of the canal in the years after the war. " + Corpus.Sentence(3));
        SectionDraft draft = Draft(Corpus.Section("c/s", 40), new SourceDocument("telford1830", "t.md", "t", [passage], []));
        Assert.StartsWith("Telford describes", Sentences(draft).First(sentence => sentence.IsBorrowed).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SectionRoles.Methodology, "design", "case study that rests on literature")]
    [InlineData(SectionRoles.Methodology, "analysis", "step by step")]
    [InlineData(SectionRoles.Discussion, "limitations", "as good as the sources")]
    [InlineData(SectionRoles.Literature, "gap", "leave open")]
    public void A_section_speaks_in_the_voice_of_its_role_before_it_borrows(string role, string id, string expected)
    {
        OutlineSection section = Corpus.Section("c/" + id, 260, role);
        SectionDraft draft = Draft(Corpus.Request(section, Corpus.Source("a", 8)) with { Outline = Corpus.Outline(section, Corpus.Section("d/other", 100, role)) });
        Assert.Contains(expected, string.Join(' ', draft.Paragraphs[0].Sentences.Select(sentence => sentence.Text)), StringComparison.Ordinal);
        Assert.Contains(Sentences(draft), sentence => sentence.IsBorrowed);
    }

    [Fact]
    public void Propositions_are_a_numbered_list_of_cited_statements()
    {
        SectionDraft draft = Draft(Corpus.Section("c/propositions", 160, SectionRoles.Framework), Corpus.Source("a", 8));
        Paragraph list = Assert.Single(draft.Paragraphs, paragraph => paragraph.Kind == ParagraphKind.Numbered);
        Assert.True(list.Sentences.Count >= 2);
        Assert.All(list.Sentences, sentence => Assert.True(sentence.IsBorrowed));
        Assert.InRange(Words(draft), 144, 176);
    }

    [Fact]
    public void Sentences_of_one_heading_keep_the_order_of_their_source()
    {
        SourceDocument source = Corpus.Source("a", 6, heading: _ => "Traffic of the locks");
        string all = string.Join(' ', source.Passages.Select(passage => passage.Text));
        int[] places = [.. Sentences(Draft(Corpus.Section("c/s", 220), source)).Where(sentence => sentence.IsBorrowed).Select(sentence => all.IndexOf(sentence.Borrowed, StringComparison.Ordinal))];
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void A_source_without_headings_is_written_from_all_the_same()
    {
        SectionDraft draft = Draft(Corpus.Section("c/s", 200), Corpus.Source("a", 6, heading: _ => null));
        Assert.InRange(Words(draft), 180, 220);
    }

    [Fact]
    public void A_section_without_passages_admits_it()
    {
        SectionDraft draft = Draft(Corpus.Section("c/s", 200, title: "Tolls"));
        Assert.Contains("hold nothing on tolls", Assert.Single(Sentences(draft)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_placeholder_in_a_source_is_never_borrowed()
    {
        Passage hostile = new("a#1", "a", 1, "Traffic {work:b} and {ref:c/s}", null, "The company of {work:b} reported more traffic than before the war. " + Corpus.Sentence(3));
        SectionDraft draft = Draft(Corpus.Section("c/s", 60), new SourceDocument("a", "a.md", "a", [hostile], []));
        Assert.DoesNotContain(Sentences(draft), sentence => sentence.Text.Contains("{ref:", StringComparison.Ordinal) || WorkMention.Keys(sentence.Text).Contains("b"));
    }

    [Fact]
    public void The_research_questions_are_asked_in_the_section_that_needs_the_objectives()
    {
        OutlineSection section = Corpus.Section("c/s", 200, SectionRoles.Introduction) with { Needs = ["objectives"] };
        DraftRequest request = Corpus.Request(section, Corpus.Source("a", 4)) with { Needed = [new Artifact("objectives", [], [])] };
        SectionDraft draft = Draft(request);
        Assert.Contains(draft.Paragraphs, paragraph => paragraph.Kind == ParagraphKind.Numbered && paragraph.Sentences[0].Text == "How did traffic on the canal change?");
    }

    [Fact]
    public void An_answer_repeats_the_findings_with_their_citations()
    {
        Citation citation = new("a", "a#1", null);
        OutlineSection findings = Corpus.Section("c/answer-1", 200, SectionRoles.Results) with { Gives = ["findings-1"], ResearchQuestion = 0 };
        OutlineSection answers = Corpus.Section("c/answers", 120, SectionRoles.Conclusion) with { Needs = ["findings-1"] };
        DraftRequest request = new(
            Corpus.Spec(), Corpus.Outline(findings, answers), answers, [new Artifact("findings-1", [new Claim(Corpus.Sentence(1), [citation], findings.Id)], [])], new SectionAllotment(answers.Id, []));
        SectionDraft draft = Draft(request);
        Sentence told = Sentences(draft).Single(sentence => sentence.Borrowed == Corpus.Sentence(1));
        Assert.Equal([citation], told.Citations);
        Assert.NotNull(told.Quoted);
    }

    [Theory]
    [InlineData("Cargo of grain must be taxed by the weight of each barge.", true)]
    [InlineData("Schools depend on the zeal of teachers.", false)]
    public void A_proposition_is_set_beside_a_finding_only_where_the_two_speak_of_the_same(string proposition, bool near)
    {
        Citation citation = new("a", "a#1", null);
        OutlineSection expected = Corpus.Section("c/propositions", 90, SectionRoles.Framework) with { Gives = ["propositions"] };
        OutlineSection findings = Corpus.Section("c/answer-1", 200, SectionRoles.Results) with { Gives = ["findings-1"], ResearchQuestion = 0 };
        OutlineSection interpretation = Corpus.Section("c/interpretation", 160, SectionRoles.Discussion) with { Needs = ["findings-1", "propositions"] };
        Claim[] claims = [.. Enumerable.Range(1, 4).Select(i => new Claim(Corpus.Sentence(i), [citation], findings.Id)), new Claim("The company taxed the cargo of a barge by its weight.", [citation], findings.Id)];
        DraftRequest request = new(
            Corpus.Spec(),
            Corpus.Outline(expected, findings, interpretation),
            interpretation,
            [new Artifact("findings-1", claims, []), new Artifact("propositions", [new Claim(proposition, [citation], expected.Id)], [])],
            new SectionAllotment(interpretation.Id, []));

        string text = string.Join(' ', Sentences(Draft(request)).Select(sentence => sentence.Text));

        Assert.Equal(near, text.Contains("the company taxed the cargo", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(near, text.Contains("“cargo”", StringComparison.Ordinal));
        Assert.Equal(!near, text.Contains("whether the case bears them out is left open", StringComparison.Ordinal));
    }

    [Fact]
    public void A_section_does_not_rest_on_one_work_where_another_has_a_paragraph_to_say()
    {
        SectionDraft draft = Draft(Corpus.Section("c/s", 150), Corpus.Source("a", 12), Corpus.Source("b", 3, offset: 100));
        Assert.Equal(["a", "b"], Sentences(draft).SelectMany(sentence => sentence.Citations).Select(citation => citation.Key).Distinct().Order());
    }

    [Fact]
    public void What_changed_is_told_in_the_order_of_the_years_that_are_named()
    {
        static Passage Told(int number, string heading, string year) => new(
            $"a#{number}", "a", number, heading, null, $"{Corpus.Sentence(number)} {Corpus.Sentence(number + 8)} Steam tugs replaced the horses of the {heading} in {year}, and the tolls fell. {Corpus.Sentence(number + 16)}");
        OutlineSection section = Corpus.Section("c/s", 240, SectionRoles.Results) with { ResearchQuestion = 0 };

        SectionDraft draft = Draft(Corpus.Request(section) with { Allotment = new SectionAllotment(section.Id, [Told(1, "upper canal", "1840"), Told(2, "lower canal", "1810"), Told(3, "river", "1790")]) });

        string text = string.Join(' ', Sentences(draft).Select(sentence => sentence.Text));
        Assert.True(text.IndexOf("1790", StringComparison.Ordinal) < text.IndexOf("1810", StringComparison.Ordinal), text);
        Assert.True(text.IndexOf("1810", StringComparison.Ordinal) < text.IndexOf("1840", StringComparison.Ordinal), text);
    }

    [Fact]
    public void What_a_thesis_says_of_its_own_plan_needs_no_line_of_a_source_behind_it()
    {
        OutlineSection section = Corpus.Section("introduction/structure", 70, SectionRoles.Introduction);
        OutlineChapter[] chapters = [new OutlineChapter("introduction", 1, "Introduction", [section]), .. Enumerable.Range(2, 4).Select(i => new OutlineChapter($"c{i}", i, $"Chapter on Matter {i}", []))];
        SectionDraft draft = Draft(Corpus.Request(section, Corpus.Source("a", 6)) with { Outline = new Outline(chapters, []) });
        Assert.DoesNotContain(Sentences(draft), sentence => sentence.IsBorrowed);
        Assert.InRange(Words(draft), 63, 77);
    }

    [Fact]
    public void The_same_request_gives_the_same_draft()
    {
        DraftRequest request = Corpus.Request(Corpus.Section("c/s", 400), Corpus.Source("a", 10), Corpus.Source("b", 10, offset: 100));
        string[] drafts =
        [
            .. Enumerable.Range(0, 3).Select(_ => string.Join('\n', Sentences(Draft(request)).Select(sentence => sentence.Text))),
        ];
        Assert.Single(drafts.Distinct());
    }

    private static SectionDraft Draft(OutlineSection section, params SourceDocument[] sources) =>
        Draft(Corpus.Request(section, sources));

    // The offline writer has written when it returns: it waits for nothing.
    private static SectionDraft Draft(DraftRequest request)
    {
        Task<SectionWork> task = Writers.Offline.DraftAsync(request, TestContext.Current.CancellationToken);
        Assert.True(task.IsCompletedSuccessfully);
        return task.Result.Draft;
    }

    private static IEnumerable<Sentence> Sentences(SectionDraft draft) => draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences);

    private static int Words(SectionDraft draft) => Sentences(draft).Sum(sentence => DocumentChecks.CountWords(sentence.Text));
}
