using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Revisions;
using ThesisApp.Writing;

namespace ThesisApp.Agent.Handlers;

/// <summary>Reviews a draft: says what is to be changed, where revising is a task of its own; else checks it and confirms the artifacts that it proposes.</summary>
internal sealed class ReviewHandler(ISectionReviewer reviewer, HeldSections held, ISectionJudge? judge = null) : ITaskHandler
{
    public string Kind => TaskKinds.Review;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        OutlineSection section = context.SectionOf(await context.ReadOutlineAsync(cancellationToken));
        UserSection? user = await HeldSections.FindAsync(context, section.Id, cancellationToken);
        if (user is { IsHeld: true })
        {
            return await held.PrepareAsync(context, section, user, ReviewResults.Held, cancellationToken);
        }

        if (judge is not null && await RevisesAsync(context, cancellationToken))
        {
            ReviewReading draft = await ReviewReading.ReadAsync(context, section, judge.Version, cancellationToken);
            return new PreparedTask(draft.Request.Spec.Title, draft.Inputs, async token => Judged((await judge.JudgeAsync(draft.Request, token)).On(draft.Request.Draft), judge.Judge));
        }

        ReviewReading reading = (await ReviewReading.ReadAsync(context, section, reviewer.Version, cancellationToken)).With(user?.Comments ?? []);
        return new PreparedTask(reading.Request.Spec.Title, reading.Inputs, async token => ReviewResults.Confirmed(await reviewer.ReviewAsync(reading.Request, token), reading, reviewer));
    }

    private static TaskResult Judged(SectionVerdict verdict, Maker maker) => new ArtifactBag()
        .Add(ArtifactNames.Verdict(verdict.SectionId), verdict, CoreJson.Default.SectionVerdict)
        .Add(ArtifactNames.Reviewer(verdict.SectionId), maker, CoreJson.Default.Maker)
        .ToResult(verdict.Wishes.Count == 0 ? "nothing to change" : $"{Counted.Of(verdict.Wishes.Count, "thing")} to change");

    private static async Task<bool> RevisesAsync(TaskContext context, CancellationToken cancellationToken) =>
        await context.TryReadAsync(ArtifactNames.SectionStages, CoreJson.Default.StringArray, cancellationToken) is { } stages && stages.Contains(TaskKinds.Revise, StringComparer.Ordinal);
}
