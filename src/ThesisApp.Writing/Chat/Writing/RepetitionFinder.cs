using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Chat.Asking;
using ThesisApp.Writing.Chat.Grounding;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Chat.Writing;

/// <summary>Holds what a model says is repeated within a chapter against its sections: a sentence goes only where another one, which stays, says and cites as much.</summary>
/// <param name="request">The chapter.</param>
internal sealed class RepetitionFinder(FrameRequest request)
{
    private const int MostRepetitions = 10;
    private const int FewestWords = 8;

    // Of the words of substance of a sentence that is said to repeat another: fewer are another matter.
    private const double LeastShared = 0.6;

    private readonly SentenceFilter _filter = new(Phrasebook.For(request.Spec.Language));
    private readonly string[] _questions = [.. request.Spec.ResearchQuestions.Select(Alike).Where(question => question.Length > 0)];

    // By reference: sentences of several sections may be alike.
    private readonly HashSet<Sentence> _gone = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Sentence> _kept = new(ReferenceEqualityComparer.Instance);

    /// <summary>Those that hold, in the model's order.</summary>
    public IReadOnlyList<RepeatedSentence> Find(IReadOnlyList<FrameRepetition> repetitions) =>
        [.. repetitions.Take(MostRepetitions).Select(Find).OfType<RepeatedSentence>()];

    // It must stand in a later section, as a whole sentence that may go, and share its words with one of the earlier section.
    private RepeatedSentence? Find(FrameRepetition repetition)
    {
        IReadOnlyList<OutlineSection> sections = request.Chapter.Sections;
        int later = Place(repetition.Section);
        int earlier = Place(repetition.Earlier);
        if (earlier < 0 || later <= earlier || DraftOf(later) is not { } draft || DraftOf(earlier) is not { } before)
        {
            return null;
        }

        string quoted = Alike(repetition.Quotation);
        Sentence? sentence = draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences.Where((_, i) => MayGo(paragraph, i))).FirstOrDefault(sentence => Alike(sentence.Text) == quoted);
        if (sentence is null || Text.Words.Count(sentence.Text) < FewestWords)
        {
            return null;
        }

        // What another sentence has gone for stays, and nothing goes for what goes itself.
        Sentence? other = before.Paragraphs.SelectMany(paragraph => paragraph.Sentences).FirstOrDefault(other => !_gone.Contains(other) && Says(other, sentence));
        if (other is null || _kept.Contains(sentence) || !_gone.Add(sentence))
        {
            return null;
        }

        _kept.Add(other);
        return new RepeatedSentence(sections[later].Id, sentence.Text, sections[earlier].Id);

        int Place(string number) => sections.Select((section, i) => (section, i)).Where(entry => entry.section.Number == number.Trim()).Select(entry => entry.i).DefaultIfEmpty(-1).First();

        SectionDraft? DraftOf(int place) => request.Sections.FirstOrDefault(review => review.Draft.SectionId == sections[place].Id)?.Draft;
    }

    // What comes next and points back would point to nothing, and what comes before may rest on the citation.
    private bool MayGo(Paragraph paragraph, int i) =>
        ChapterPass.MayGo(paragraph, paragraph.Sentences[i])
        && !(i > 0 && paragraph.Sentences[i - 1].CitedWithNext)
        && !(i + 1 < paragraph.Sentences.Count && _filter.Leans(paragraph.Sentences[i + 1].Text))
        && !(Alike(paragraph.Sentences[i].Text) is var text && _questions.Any(question => text.Contains(question, StringComparison.Ordinal)));

    // Unmarked, with its words, its citations and its numbers.
    private static bool Says(Sentence other, Sentence sentence)
    {
        if (other.Mark is not null)
        {
            return false;
        }

        HashSet<string> words = [.. Text.Words.Stems(sentence.Text)];
        HashSet<string> its = [.. Text.Words.Stems(other.Text)];
        return words.Count > 0
            && words.Count(its.Contains) >= LeastShared * words.Count
            && sentence.Citations.All(citation => other.Citations.Any(same => same.Key == citation.Key))
            && !Folded.Numbers(sentence.Text).Except(Folded.Numbers(other.Text), StringComparer.Ordinal).Any();
    }

    private static string Alike(string text) => Folded.Text(PromptParts.Line(text).Trim('“', '”', '"', ' ')).TrimEnd('.', '!', '?', ' ');
}
