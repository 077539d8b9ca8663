using ThesisApp.Agent.Work;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Revisions;
using ThesisApp.Writing;

namespace ThesisApp.Agent.Handlers;

/// <summary>Has a draft written anew for what its review and its passages' check have found, and confirms the artifacts that it proposes.</summary>
internal sealed class ReviseHandler(ISectionReviewer reviewer, HeldSections held) : ITaskHandler
{
    public string Kind => TaskKinds.Revise;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        OutlineSection section = context.SectionOf(await context.ReadOutlineAsync(cancellationToken));
        UserSection? user = await HeldSections.FindAsync(context, section.Id, cancellationToken);
        if (user is { IsHeld: true })
        {
            return await held.PrepareAsync(context, section, user, ReviewResults.Held, cancellationToken);
        }

        // An agent without a chat model gives no verdict, and its rules need none. Whoever finds none judges for itself.
        SectionVerdict? verdict = await context.TryReadAsync(ArtifactNames.Verdict(section.Id), CoreJson.Default.SectionVerdict, cancellationToken);
        ReviewReading reading = (await ReviewReading.ReadAsync(context, section, reviewer.Version, cancellationToken)).With(verdict).With(user?.Comments ?? []);
        return new PreparedTask(reading.Request.Spec.Title, reading.Inputs, async token => ReviewResults.Confirmed(await reviewer.ReviewAsync(reading.Request, token), reading, reviewer));
    }
}
