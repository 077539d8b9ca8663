using ThesisApp.Core.Drafts;
using ThesisApp.Core.Planning;
using ThesisApp.Models;
using ThesisApp.Writing.Chat.Asking;
using ThesisApp.Writing.Chat.Evidence;
using ThesisApp.Writing.Chat.Grounding;
using ThesisApp.Writing.Chat.Prompts;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Chat.Writing;

/// <summary>Has the abstract written, from claims that stand in the text. What does not hold is taken out: an abstract has no room for marks.</summary>
internal sealed class FrontMatterAsker(IStageModels models)
{
    private const int ClaimsOfSection = 2;
    private const int MostKeywords = 6;
    private const int MostLength = 60;

    /// <summary>The front matter; where the model gives no abstract that can be used, the offline writer's.</summary>
    public async Task<Made<FrontMatter>> AskAsync(FrontMatterRequest request, OfflineWriter offline, CancellationToken cancellationToken)
    {
        EvidenceSet evidence = EvidenceSet.Of([], Claims(request), 0).Knowing([.. PromptParts.Subject(request.Spec), PromptParts.Number(request.SourceCount)]);
        (AbstractAnswer? answer, string? reason) = await Readable.AskAsync(() => new Conversation(models, ModelStages.Abstract, request.Spec.Language, PromptCatalog.Abstract.Render(new Dictionary<string, string>
        {
            ["thesis"] = PromptParts.Line(request.Spec.Title),
            ["topic"] = PromptParts.Line(request.Spec.Topic),
            ["case"] = PromptParts.Case(request.Spec),
            ["questions"] = PromptParts.Questions(request.Spec),
            ["verbatim"] = PromptParts.Verbatim(request.Spec.ResearchQuestions),
            ["passages"] = Fence.Around(evidence.Items),
            ["sources"] = PromptParts.Number(request.SourceCount),
        })).AskAsync(AnswerJson.Default.AbstractAnswer, cancellationToken));
        (FrontMatter fallback, Maker offlineWriter) = await offline.WriteFrontMatterAsync(request, cancellationToken);
        IReadOnlyList<Paragraph> sound = WrittenSection.Of(string.Join("\n\n", answer?.Paragraphs ?? []), evidence).Sound;
        string[] keywords = [.. (answer?.Keywords ?? []).Select(PromptParts.Line).Where(word => word.Length is > 0 and < MostLength && ForeignText.Find(word, []) is null).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostKeywords)];
        Maker by = sound.Count > 0 ? ChatVersion.AbstractWriter(models) : offlineWriter with { Reason = reason ?? "nothing of the model's abstract held against the text" };
        FrontMatter front = new(sound.Count > 0 ? sound : fallback.Abstract, keywords.Length > 0 ? keywords : fallback.Keywords, ModelStatement.Of(request, models, by));
        return new Made<FrontMatter>(front, by);
    }

    private static IEnumerable<Claim> Claims(FrontMatterRequest request) => request.Chapters.SelectMany(frame => frame.Summary)
        .Concat(request.Sections.SelectMany(review => CentralClaims.Of(
                review.Draft.Paragraphs,
                string.Join(' ', request.Spec.ResearchQuestions),
                ClaimsOfSection,
                Phrasebook.For(request.Spec.Language))
            .Select(sentence => new Claim(sentence.Text, sentence.Citations, review.Draft.SectionId))));
}
