using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;
using ThesisApp.Models;
using ThesisApp.Writing.Chat.Asking;
using ThesisApp.Writing.Chat.Consistency;
using ThesisApp.Writing.Chat.Evidence;
using ThesisApp.Writing.Chat.Grounding;
using ThesisApp.Writing.Chat.Prompts;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Chat.Writing;

/// <summary>Has a model read a chapter's sections, which were written at the same time: it opens the chapter, leads from one section into the next and names what is said twice. All of it is held against the sections before it is taken.</summary>
internal sealed class ChapterAsker(IStageModels models)
{
    private const int LongestTransition = 45;
    private const int MostRepetitions = 10;
    private const int FewestWordsRepeated = 8;

    // Of the words of substance of a sentence that is said to repeat another: fewer are another matter.
    private const double LeastShared = 0.6;

    /// <summary>The frame; null where the model gives no opening that can be used.</summary>
    public async Task<ChapterFrame?> AskAsync(FrameRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<SectionText> sections = SectionText.Of(new Outline([request.Chapter], []), request.Sections);
        FrameAnswer? answer = await Readable.OrNullAsync(() => new Conversation(models, ModelStages.Frame, request.Spec.Language, PromptCatalog.Frame.Render(new Dictionary<string, string>
        {
            ["title"] = PromptParts.Line(request.Chapter.Title),
            ["number"] = PromptParts.Number(request.Chapter.Number),
            ["thesis"] = PromptParts.Line(request.Spec.Title),
            ["sections"] = sections.Count == 0
                ? string.Join('\n', request.Chapter.Sections.Select(section => $"- {section.Number} {PromptParts.Line(section.Title)}"))
                : Fence.AroundSections(sections.Select(section => (section.Number, section.Title, section.Text))),
        })).AskAsync(AnswerJson.Default.FrameAnswer, cancellationToken));
        Sentence[] opening = answer is null ? [] : Claimless(answer.Opening);
        return opening.Length == 0 ? null : ChapterDigest.Of(request.Spec, request.Chapter, request.Sections, out _) with
        {
            Opening = [new Paragraph(ParagraphKind.Text, opening)],
            Transitions = [.. Transitions(answer!, request)],
            Repeated = [.. answer!.Repetitions.Take(MostRepetitions).Select(repetition => Find(repetition, request)).OfType<RepeatedSentence>().Distinct()],
        };
    }

    // What leads over claims nothing: a sentence that cites or counts has no place there.
    private static Sentence[] Claimless(string text) =>
        [.. WrittenSection.Of(text, EvidenceSet.Of([], [], 0)).Sound.SelectMany(paragraph => paragraph.Sentences).Where(sentence => !sentence.IsBorrowed && !sentence.Text.Any(char.IsDigit))];

    private static IEnumerable<SectionTransition> Transitions(FrameAnswer answer, FrameRequest request)
    {
        foreach (OutlineSection section in request.Chapter.Sections.Skip(1))
        {
            Sentence[] lead = answer.Transitions.FirstOrDefault(transition => transition.Section.Trim() == section.Number) is { } given ? Claimless(given.Sentence) : [];
            int words = lead.Sum(sentence => Text.Words.Count(sentence.Text));
            if (lead is [{ Text: [.., '.'] text }] && words <= LongestTransition && WordsOf(section) + words <= section.Words * (1 + WordBudget.Tolerance))
            {
                yield return new SectionTransition(section.Id, text);
            }
        }

        int WordsOf(OutlineSection section) =>
            request.Sections.FirstOrDefault(review => review.Draft.SectionId == section.Id)?.Draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Sum(sentence => Text.Words.Count(sentence.Text)) ?? section.Words;
    }

    // It must stand in a later section, as a whole sentence that may go, and share its words with one of the earlier section.
    private static RepeatedSentence? Find(FrameRepetition repetition, FrameRequest request)
    {
        IReadOnlyList<OutlineSection> sections = request.Chapter.Sections;
        int later = Place(repetition.Section);
        int earlier = Place(repetition.Earlier);
        if (earlier < 0 || later <= earlier || DraftOf(later) is not { } draft || DraftOf(earlier) is not { } before)
        {
            return null;
        }

        string quoted = Alike(repetition.Quotation);
        Sentence? sentence = draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences.Where((sentence, i) => ChapterPass.MayGo(paragraph, sentence) && !LeansOn(paragraph, i)))
            .FirstOrDefault(sentence => Alike(sentence.Text) == quoted);
        if (sentence is null || Text.Words.Count(sentence.Text) < FewestWordsRepeated)
        {
            return null;
        }

        HashSet<string> words = [.. Text.Words.Stems(sentence.Text)];
        bool isSaid = before.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Any(other => Text.Words.Stems(other.Text).ToHashSet(StringComparer.Ordinal) is var its && words.Count(its.Contains) >= LeastShared * words.Count);
        return isSaid && words.Count > 0 ? new RepeatedSentence(sections[later].Id, sentence.Text, sections[earlier].Id) : null;

        int Place(string number) => sections.Select((section, i) => (section, i)).Where(entry => entry.section.Number == number.Trim()).Select(entry => entry.i).DefaultIfEmpty(-1).First();

        // What comes next and points back would point to nothing.
        bool LeansOn(Paragraph paragraph, int i) => i + 1 < paragraph.Sentences.Count && Text.Words.Of(paragraph.Sentences[i + 1].Text).FirstOrDefault() is { } first && Phrasebook.For(request.Spec.Language).Words("leaning").Contains(first);

        SectionDraft? DraftOf(int place) => request.Sections.FirstOrDefault(review => review.Draft.SectionId == sections[place].Id)?.Draft;
    }

    private static string Alike(string text) => Folded.Text(PromptParts.Line(text).Trim('“', '”', '"', ' ')).TrimEnd('.', '!', '?', ' ');
}
