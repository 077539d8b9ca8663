using ThesisApp.Core.Drafts;
using ThesisApp.Core.Planning;
using ThesisApp.Models;
using ThesisApp.Models.Calls;
using ThesisApp.Writing.Chat.Asking;
using ThesisApp.Writing.Chat.Grounding;
using ThesisApp.Writing.Chat.Prompts;
using ThesisApp.Writing.Chat.Writing;

namespace ThesisApp.Writing.Chat;

/// <summary>Has a model judge a draft against its brief.</summary>
internal sealed class ChatSectionJudge(IStageModels models) : ISectionJudge
{
    private const int MostReasons = 5;

    public string Version { get; } = ChatVersion.OfJudge(models);

    public Maker Judge { get; } = ChatVersion.Reviewer(models);

    public async Task<SectionVerdict> JudgeAsync(ReviewRequest request, CancellationToken cancellationToken)
    {
        SectionTask task = SectionTask.Of(request);
        return new SectionVerdict(request.Section.Id, await JudgeAsync(task, WrittenSection.Of(SectionTables.Without(request.Draft.Paragraphs), task.Evidence), cancellationToken));
    }

    // A verdict that cannot be read is no reason to hold a text up: what it says of sources was checked without it.
    private async Task<IReadOnlyList<string>> JudgeAsync(SectionTask task, WrittenSection written, CancellationToken cancellationToken)
    {
        if (written.Paragraphs.Count == 0)
        {
            return [];
        }

        ReviewVerdict? verdict;
        try
        {
            verdict = await AskAsync(task, written, cancellationToken);
        }
        catch (ModelCallException exception) when (exception.Kind == ModelFailureKind.TooLong)
        {
            return [];
        }

        return verdict is not null && verdict.Verdict.Trim().Equals("revise", StringComparison.OrdinalIgnoreCase)
            ? [.. verdict.Reasons.Where(reason => ForeignText.Find(reason, []) is null).Take(MostReasons).Select(reason => $"- {PromptParts.Line(reason)}")]
            : [];
    }

    private Task<ReviewVerdict?> AskAsync(SectionTask task, WrittenSection written, CancellationToken cancellationToken) =>
        new Conversation(models, ModelStages.Review, task.Spec.Language, PromptCatalog.Review.Render(new Dictionary<string, string>
        {
            ["title"] = PromptParts.Line(task.Section.Title),
            ["number"] = task.Section.Number,
            ["brief"] = PromptParts.Line(task.Section.Brief),
            ["role"] = task.Section.Role,
            ["words"] = PromptParts.Number(task.Section.Words),
            ["questions"] = PromptParts.Questions(task.Spec),
            ["draft"] = DraftText.Of(written.Paragraphs, task.Evidence),
        })).AskAsync(AnswerJson.Default.ReviewVerdict, cancellationToken);
}
