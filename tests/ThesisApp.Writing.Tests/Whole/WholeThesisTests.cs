using System.Text.RegularExpressions;
using ThesisApp.Core.Checks;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Tests.Whole;

/// <summary>Theses as a reader has them: the sample, a short one on a canal, one in German and one in French.</summary>
public sealed partial class WholeThesisTests
{
    private const double Alike = 0.7;

    public static TheoryData<string> Folders { get; } = ["git-storage", "canal", "kanal", "gaz"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task The_checks_of_the_document_find_nothing(string folder)
    {
        WrittenThesis thesis = await WrittenThesis.OfAsync(folder, Cancel);
        Assert.Empty(thesis.Report.Checks.Where(check => check.Severity != CheckSeverities.Info).Select(check => $"{check.Where}: {check.Message}"));
        Assert.True(thesis.Report.Citations.Made > 0);
        Assert.Equal(thesis.Report.Citations.Made, thesis.Report.Citations.Resolved);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task The_same_folder_gives_the_same_bytes(string folder) =>
        Assert.Equal((await WrittenThesis.OfAsync(folder, Cancel)).Markdown, (await WrittenThesis.OfAsync(folder, Cancel)).Markdown);

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task No_two_sections_say_nearly_the_same_but_those_that_repeat_the_findings(string folder)
    {
        WrittenThesis thesis = await WrittenThesis.OfAsync(folder, Cancel);
        HashSet<string> repeating = thesis.Manuscript.Outline.Sections.Where(section => section.Needs.Any(need => need.StartsWith("findings", StringComparison.Ordinal))).Select(section => section.Id).ToHashSet(StringComparer.Ordinal);
        HashSet<string>[] borrowed =
        [
            .. thesis.Manuscript.Sections.Where(review => !repeating.Contains(review.Draft.SectionId)).SelectMany(review => Borrowed(review.Draft)).Select(sentence => Shingles(sentence.Borrowed)).Where(shingles => shingles.Count > 0),
        ];
        Assert.True(borrowed.Length > 20);
        for (int i = 0; i < borrowed.Length; i++)
        {
            for (int j = i + 1; j < borrowed.Length; j++)
            {
                int shared = borrowed[i].Count(borrowed[j].Contains);
                Assert.True(shared < Alike * (borrowed[i].Count + borrowed[j].Count - shared), string.Join(" / ", borrowed[i].Intersect(borrowed[j])));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task What_comes_after_own_words_or_opens_a_paragraph_points_to_nothing_before_it(string folder)
    {
        WrittenThesis thesis = await WrittenThesis.OfAsync(folder, Cancel);
        SentenceFilter filter = new(Phrasebook.For(thesis.Spec.Language));
        string[] openings =
        [
            .. thesis.Manuscript.Sections.SelectMany(review => review.Draft.Paragraphs).SelectMany(paragraph => paragraph.Kind == ParagraphKind.Text ? Openings(paragraph) : paragraph.Sentences.Where(sentence => sentence.IsBorrowed)).Select(sentence => sentence.Borrowed),
        ];
        Assert.NotEmpty(openings);
        Assert.DoesNotContain(openings, filter.Leans);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Each_question_is_answered_in_the_conclusion_in_own_words_with_the_evidence_cited(string folder)
    {
        WrittenThesis thesis = await WrittenThesis.OfAsync(folder, Cancel);
        OutlineSection answers = thesis.Manuscript.Outline.Sections.Single(section => section.Role == SectionRoles.Conclusion && section.Needs.Contains("findings-1"));
        Paragraph[] paragraphs = [.. thesis.Manuscript.Sections.Single(review => review.Draft.SectionId == answers.Id).Draft.Paragraphs];
        Assert.All(thesis.Spec.ResearchQuestions, question =>
        {
            Paragraph answer = Assert.Single(paragraphs, paragraph => paragraph.Sentences[0].Text.Contains(question, StringComparison.Ordinal));
            Assert.Contains(answer.Sentences, sentence => sentence.IsBorrowed && sentence.Quoted is not null);
            Assert.Contains(answer.Sentences, sentence => sentence.CrossReferences.Count > 0);
        });
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task No_two_paragraphs_in_a_row_open_with_the_same_words(string folder)
    {
        WrittenThesis thesis = await WrittenThesis.OfAsync(folder, Cancel);
        foreach (SectionReview review in thesis.Manuscript.Sections)
        {
            string[] openings = [.. review.Draft.Paragraphs.Where(paragraph => paragraph.Sentences[0].Quoted is not null).Select(paragraph => FirstWords(paragraph.Sentences[0]))];
            Assert.All(openings.Zip(openings.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        }
    }

    [Fact]
    public async Task The_review_names_every_work_that_the_findings_cite()
    {
        WrittenThesis thesis = await WrittenThesis.OfAsync("git-storage", Cancel);
        SectionDraft Draft(string id) => thesis.Manuscript.Sections.Single(review => review.Draft.SectionId == id).Draft;
        string[] cited =
        [
            .. thesis.Manuscript.Outline.Sections.Where(section => section.ResearchQuestion is not null)
                .SelectMany(section => Borrowed(Draft(section.Id)).Select(sentence => sentence.Citations[0].Key).Distinct().Order(StringComparer.Ordinal)),
        ];
        Sentence told = Draft("literature/gap").Paragraphs.SelectMany(paragraph => paragraph.Sentences).Single(sentence => sentence.Text.StartsWith("What the collection holds on the questions", StringComparison.Ordinal));
        Assert.True(cited.Length >= 3);
        Assert.Subset(WorkMention.Keys(told.Text).ToHashSet(StringComparer.Ordinal), cited.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_source_says_to_its_own_reader_is_not_in_the_thesis()
    {
        string text = (await WrittenThesis.OfAsync("canal", Cancel)).Markdown;
        Assert.DoesNotContain("You can still see", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Figure 4", text, StringComparison.Ordinal);
        Assert.DoesNotContain("We know little", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_findings_of_a_case_are_about_the_case()
    {
        WrittenThesis thesis = await WrittenThesis.OfAsync("canal", Cancel);
        string reasons = string.Join(' ', Borrowed(thesis.Manuscript.Sections.Single(review => review.Draft.SectionId == "case/why").Draft).Select(sentence => sentence.Borrowed));
        Assert.True(reasons.Contains("Mill owners asked for a canal", StringComparison.Ordinal) || reasons.Contains("Fuel was short in the town", StringComparison.Ordinal), reasons);
        string method = string.Join(' ', Borrowed(thesis.Manuscript.Sections.Single(review => review.Draft.SectionId == "method/approach").Draft).Select(sentence => sentence.Citations[0].Key).Distinct());
        Assert.Equal("lindqvist2007ledgers", method);
    }

    [Theory]
    [InlineData("kanal", "Literaturverzeichnis", "Inhaltsverzeichnis", "[Abschnitt 4.1]")]
    [InlineData("gaz", "Bibliographie", "Table des matières", "[section 5.2]")]
    public async Task A_thesis_in_another_language_has_its_headings_and_no_English_word_of_ours_in_it(string folder, string references, string contents, string place)
    {
        string text = (await WrittenThesis.OfAsync(folder, Cancel)).Markdown;
        Assert.Contains($"## {references}", text, StringComparison.Ordinal);
        Assert.Contains($"## {contents}", text, StringComparison.Ordinal);
        Assert.Contains(place, text, StringComparison.Ordinal);
        Assert.DoesNotContain("[Section", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(English(), Comments().Replace(text, string.Empty));
    }

    [Fact]
    public async Task A_question_whose_mark_French_sets_off_by_a_space_is_asked_once_and_whole()
    {
        string text = (await WrittenThesis.OfAsync("gaz", Cancel)).Markdown;
        Assert.Contains("Pourquoi Valmont adopta-t-elle le gaz ?", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nous verrons", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_a_source_stands_behind_the_text_of_its_heading()
    {
        WrittenThesis thesis = await WrittenThesis.OfAsync("gaz", Cancel);
        Assert.Contains("Le détail se trouve au Tableau 1.", thesis.Markdown, StringComparison.Ordinal);
        Assert.Matches(@"Tableau 1\u00A0: Progrès de l'éclairage \[\(Lefèvre, 1891\)\]\(#ref-lefevre1891rapport\)\n\n\| Année \| Becs \|", thesis.Markdown);
        Assert.Contains("| 1880 | 900 | 31 | 30 |", thesis.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_a_source_is_in_a_section_on_the_findings()
    {
        WrittenThesis thesis = await WrittenThesis.OfAsync("canal", Cancel);
        SectionReview with = Assert.Single(thesis.Manuscript.Sections, review => review.Draft.Paragraphs.Any(paragraph => paragraph.Table is not null));
        Assert.StartsWith("case/", with.Draft.SectionId, StringComparison.Ordinal);
        Assert.Contains("| 1797 | 21,000 | 4,500 | 2,900 |", thesis.Markdown, StringComparison.Ordinal);
    }

    private static IEnumerable<Sentence> Borrowed(SectionDraft draft) => draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Where(sentence => sentence.IsBorrowed);

    // The first borrowed sentence of a paragraph, and each that follows own words.
    private static IEnumerable<Sentence> Openings(Paragraph paragraph)
    {
        bool own = true;
        foreach (Sentence sentence in paragraph.Sentences)
        {
            if (sentence.IsBorrowed && (own || sentence.Quoted is not null))
            {
                yield return sentence;
            }

            own = !sentence.IsBorrowed;
        }
    }

    private static string FirstWords(Sentence sentence) => string.Join(' ', sentence.Text[..^sentence.Quoted!.Length].Split(' ').Where(word => !word.Contains('{', StringComparison.Ordinal)).Take(2));

    private static HashSet<string> Shingles(string text)
    {
        string[] words = text.ToLowerInvariant().Split(' ');
        return Enumerable.Range(0, Math.Max(0, words.Length - 4)).Select(i => string.Join(' ', words, i, 5)).ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\b(the|and|of|this|that|with|which|references|contents|chapter|supervisor|keywords)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    // Anchors and addresses are no words of the text.
    [GeneratedRegex(@"<a id=""[^""]*""></a>|\]\(#[^)]*\)")]
    private static partial Regex Comments();
}
