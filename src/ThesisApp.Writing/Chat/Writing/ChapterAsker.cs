using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;
using ThesisApp.Models;
using ThesisApp.Writing.Chat.Asking;
using ThesisApp.Writing.Chat.Consistency;
using ThesisApp.Writing.Chat.Evidence;
using ThesisApp.Writing.Chat.Prompts;
using ThesisApp.Writing.Offline;

namespace ThesisApp.Writing.Chat.Writing;

/// <summary>Has a model read a chapter's sections, which were written at the same time: it opens the chapter, leads from one section into the next and names what is said twice. All of it is held against the sections before it is taken.</summary>
internal sealed class ChapterAsker(IStageModels models)
{
    private const int LongestTransition = 45;

    /// <summary>The frame; none where the model gives no opening that can be used.</summary>
    public async Task<Asked<ChapterFrame>> AskAsync(FrameRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<SectionText> sections = SectionText.Of(new Outline([request.Chapter], []), request.Sections);
        (FrameAnswer? answer, string? reason) = await Readable.AskAsync(() => new Conversation(models, ModelStages.Frame, request.Spec.Language, PromptCatalog.Frame.Render(new Dictionary<string, string>
        {
            ["title"] = PromptParts.Line(request.Chapter.Title),
            ["number"] = PromptParts.Number(request.Chapter.Number),
            ["thesis"] = PromptParts.Line(request.Spec.Title),
            ["sections"] = sections.Count == 0
                ? string.Join('\n', request.Chapter.Sections.Select(section => $"- {section.Number} {PromptParts.Line(section.Title)}"))
                : Fence.AroundSections(sections.Select(section => (section.Number, section.Title, section.Text))),
        })).AskAsync(AnswerJson.Default.FrameAnswer, cancellationToken), orRejected: true);
        Sentence[] opening = answer is null ? [] : Claimless(answer.Opening);
        if (opening.Length == 0)
        {
            return new Asked<ChapterFrame>(null, reason ?? "the model gave no opening that could be used");
        }

        ChapterFrame frame = ChapterDigest.Of(request.Spec, request.Chapter, request.Sections, out _) with
        {
            Opening = [new Paragraph(ParagraphKind.Text, opening)],
            Transitions = [.. Transitions(answer!, request)],
            Repeated = new RepetitionFinder(request).Find(answer!.Repetitions),
        };
        return new Asked<ChapterFrame>(frame, null);
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
}
