using Microsoft.Extensions.Options;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Revisions;
using ThesisApp.Models;
using ThesisApp.Writing.Chat.Grounding;
using ThesisApp.Writing.Chat.Writing;

namespace ThesisApp.Writing.Chat;

/// <summary>The gate for texts that a model wrote: held against their passages without a model, written anew for that and for what its reviewer wants; what still does not hold is marked.</summary>
internal sealed class ChatSectionReviewer(IStageModels models, IOptions<ModelOptions> options) : ISectionReviewer
{
    private readonly ChatSectionJudge _judge = new(models);
    private readonly SectionReviser _reviser = new(models);

    public string Version { get; } = ChatVersion.OfReviewer(models, options.Value.RevisionRounds);

    public Maker Reviewer { get; } = ChatVersion.Reviewer(models);

    public Maker Reviser { get; } = ChatVersion.Reviser(models);

    public async Task<ReviewedSection> ReviewAsync(ReviewRequest request, CancellationToken cancellationToken)
    {
        // Runs that were planned before revising was a task of its own bring no verdict.
        IReadOnlyList<string> wishes = (request.Verdict ?? await _judge.JudgeAsync(request, cancellationToken)).Wishes;
        SectionTask task = SectionTask.Of(request);
        WrittenSection written = WrittenSection.Of(SectionTables.Without(request.Draft.Paragraphs), task.Evidence);
        string[] length = task.Evidence.Items.Count > 0 && written.LengthReason(task.Section) is { } reason ? [reason] : [];
        string[] comments = [.. request.Comments.Select(comment => comment.Text)];
        (WrittenSection revised, int times) = await _reviser.ReviseAsync(task, written, [.. length, .. wishes], comments, options.Value.RevisionRounds, cancellationToken);

        List<string> findings = [.. wishes.Select(wish => $"The reviewer asked{(times == 0 ? ", in vain" : string.Empty)}: {wish.TrimStart('-', ' ')}")];
        IReadOnlyList<Paragraph> paragraphs = SectionTables.Set(Marker.Apply(revised.Paragraphs, revised.Problems, task.Evidence, findings), request.Allotment, request.Spec.Language);
        SectionReview review = new(request.Draft with { Paragraphs = paragraphs, Note = DraftNotes.Of(request.Section, revised.Words) }, findings) { Revisions = times };
        return new ReviewedSection(review, ArtifactOf.Section(request.Spec, request.Section, revised.Sound)) { Comments = [.. request.Comments.Select(comment => Outcome(comment, times > 0, options.Value.RevisionRounds))] };
    }

    private static CommentOutcome Outcome(SectionComment comment, bool isRevised, int rounds) => new(
        comment.Id,
        isRevised,
        isRevised ? "The section was written anew with it. Whether it says now what was asked for is for you to judge."
        : rounds == 0 ? "No model was asked: Models:RevisionRounds is 0."
        : "The model was asked, and gave no text that holds as well as the one before.");
}
