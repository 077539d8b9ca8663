using Microsoft.Extensions.Options;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Revisions;
using ThesisApp.Models;
using ThesisApp.Models.Calls;
using ThesisApp.Writing.Chat.Asking;
using ThesisApp.Writing.Chat.Grounding;
using ThesisApp.Writing.Chat.Prompts;
using ThesisApp.Writing.Chat.Writing;

namespace ThesisApp.Writing.Chat;

/// <summary>The gate for texts that a model wrote: held against their passages without a model, judged by one, written anew for both kinds of reasons; what still does not hold is marked.</summary>
internal sealed class ChatSectionReviewer(IStageModels models, IOptions<ModelOptions> options) : ISectionReviewer
{
    private const int MostReasons = 5;

    private readonly SectionReviser _reviser = new(models);

    public string Version { get; } = ChatVersion.OfReviewer(models, options.Value.RevisionRounds);

    public Maker Reviewer { get; } = ChatVersion.Reviewer(models);

    public async Task<ReviewedSection> ReviewAsync(ReviewRequest request, CancellationToken cancellationToken)
    {
        SectionTask task = SectionTask.Of(request.Spec, request.Section, request.Needed, request.Allotment, request.Found) with { Abbreviations = request.Abbreviations };
        WrittenSection written = WrittenSection.Of(SectionTables.Without(request.Draft.Paragraphs), task.Evidence);
        IReadOnlyList<string> wishes = await JudgeAsync(task, written, cancellationToken);
        string[] comments = [.. request.Comments.Select(comment => comment.Text)];
        WrittenSection revised = await _reviser.ReviseAsync(task, written, wishes, comments, "review", options.Value.RevisionRounds, cancellationToken);

        List<string> findings = [.. wishes.Select(wish => $"The reviewer asked{(ReferenceEquals(revised, written) ? ", in vain" : string.Empty)}: {wish.TrimStart('-', ' ')}")];
        IReadOnlyList<Paragraph> paragraphs = SectionTables.Set(Marker.Apply(revised.Paragraphs, revised.Problems, task.Evidence, findings), request.Allotment, request.Spec.Language);
        SectionReview review = new(request.Draft with { Paragraphs = paragraphs, Note = DraftNotes.Of(request.Section, revised.Words) }, findings);
        return new ReviewedSection(review, ArtifactOf.Section(request.Spec, request.Section, revised.Sound)) { Comments = [.. request.Comments.Select(comment => Outcome(comment, !ReferenceEquals(revised, written), options.Value.RevisionRounds))] };
    }

    private static CommentOutcome Outcome(SectionComment comment, bool isRevised, int rounds) => new(
        comment.Id,
        isRevised,
        isRevised ? "The section was written anew with it. Whether it says now what was asked for is for you to judge."
        : rounds == 0 ? "No model was asked: Models:RevisionRounds is 0."
        : "The model was asked, and gave no text that holds as well as the one before.");

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
