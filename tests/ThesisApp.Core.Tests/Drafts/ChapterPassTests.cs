using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Core.Tests.Drafts;

public sealed class ChapterPassTests
{
    private static readonly ChapterFrame Frame = new("c", [], [])
    {
        Transitions = [new SectionTransition("c/b", "From there it goes on.")],
        Repeated = [new RepeatedSentence("c/b", "Said again.", "c/a")],
    };

    [Fact]
    public void What_is_repeated_goes_and_the_transition_opens_the_section()
    {
        Manuscript passed = ChapterPass.Apply(Of(Frame, Text("One.", "Said again.", "Two.")), new HashSet<string>());

        Assert.Equal(["From there it goes on.", "One.", "Two."], Sentences(passed));
    }

    [Fact]
    public void A_list_is_opened_by_a_paragraph_of_its_own()
    {
        Manuscript passed = ChapterPass.Apply(Of(Frame, Text("One.", "Two.") with { Kind = ParagraphKind.Numbered }), new HashSet<string>());

        Assert.Equal([ParagraphKind.Text, ParagraphKind.Numbered], passed.Sections[0].Draft.Paragraphs.Select(paragraph => paragraph.Kind));
    }

    [Fact]
    public void What_a_person_has_written_or_locked_stays_as_it_is_and_the_report_is_not_told_otherwise()
    {
        Manuscript manuscript = Of(Frame, Text("One.", "Said again."));

        Manuscript passed = ChapterPass.Apply(manuscript, new HashSet<string> { "c/b" });

        Assert.Equal(["One.", "Said again."], Sentences(passed));
        Assert.Empty(passed.Chapters[0].Repeated!);
        Assert.Empty(passed.Chapters[0].Transitions!);
    }

    [Fact]
    public void What_was_done_is_told_and_what_was_not_is_not()
    {
        Manuscript done = ChapterPass.Apply(Of(Frame, Text("One.", "Said again.")), new HashSet<string>());
        Manuscript keptWhole = ChapterPass.Apply(Of(Frame, Text("Said again.", "Said again.")), new HashSet<string>());
        Manuscript nowhere = ChapterPass.Apply(Of(Frame with { Transitions = [new SectionTransition("c/none", "On it goes.")] }, Text("One.", "Two.")), new HashSet<string>());

        Assert.Equal(Frame.Repeated, done.Chapters[0].Repeated);
        Assert.Equal(Frame.Transitions, done.Chapters[0].Transitions);
        Assert.Equal(["From there it goes on.", "Said again.", "Said again."], Sentences(keptWhole));
        Assert.Empty(keptWhole.Chapters[0].Repeated!);
        Assert.Empty(nowhere.Chapters[0].Repeated!);
        Assert.Empty(nowhere.Chapters[0].Transitions!);
    }

    [Fact]
    public void A_paragraph_keeps_its_only_sentence_and_words_of_sources_of_people_and_marks_stay()
    {
        Assert.False(ChapterPass.MayGo(Text("Said again."), Text("Said again.").Sentences[0]));
        Paragraph several = new(ParagraphKind.Text,
        [
            new Sentence("a", [], []) { Quoted = "a" }, new Sentence("b", [], []) { Mark = "unverified" }, new Sentence("c", [], []) { Verbatim = new Verbatim("c", []) }, new Sentence("Why?", [], []), new Sentence("See {table:x#1}.", [], []),
        ]);
        Assert.All(several.Sentences, sentence => Assert.False(ChapterPass.MayGo(several, sentence)));
    }

    [Fact]
    public void Without_a_chapter_pass_nothing_changes()
    {
        Manuscript manuscript = Of(new ChapterFrame("c", [], []), Text("One."));

        Assert.Same(manuscript, ChapterPass.Apply(manuscript, new HashSet<string>()));
    }

    private static Paragraph Text(params string[] sentences) => new(ParagraphKind.Text, [.. sentences.Select(sentence => new Sentence(sentence, [], []))]);

    private static Manuscript Of(ChapterFrame frame, Paragraph paragraph) => new(
        new ThesisSpec { Title = "T", Topic = "T" }, new Outline([], []), new FrontMatter([], [], string.Empty), [frame], [new SectionReview(new SectionDraft("c/b", [paragraph], null), [])], new Bibliography([], []));

    private static IEnumerable<string> Sentences(Manuscript manuscript) => manuscript.Sections[0].Draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Select(sentence => sentence.Text);
}
