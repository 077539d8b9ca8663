using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Revisions;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Writing;

namespace ThesisApp.Agent.Handlers;

/// <summary>Checks a draft and confirms the artifacts that it proposes.</summary>
internal sealed class ReviewHandler(ISectionReviewer reviewer, HeldSections held) : ITaskHandler
{
    public string Kind => TaskKinds.Review;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        Outline outline = await context.ReadOutlineAsync(cancellationToken);
        OutlineSection section = context.SectionOf(outline);
        UserSection? user = await HeldSections.FindAsync(context, section.Id, cancellationToken);
        if (user is { IsHeld: true })
        {
            return await held.PrepareAsync(context, section, user, Publish, cancellationToken);
        }

        SectionDraft draft = await context.ReadAsync(ArtifactNames.Draft(section.Id), CoreJson.Default.SectionDraft, cancellationToken);
        SectionAllotment allotment = await context.ReadAsync(ArtifactNames.Allotment(section.Id), CoreJson.Default.SectionAllotment, cancellationToken);
        Bibliography bibliography = await context.ReadAsync(ArtifactNames.Bibliography, CoreJson.Default.Bibliography, cancellationToken);
        IReadOnlyList<Artifact> proposals = await context.ReadManyAsync(
            [.. section.Gives.Select(ArtifactNames.Proposal)], CoreJson.Default.Artifact, cancellationToken);
        IReadOnlyList<Artifact> needed = await context.ReadArtifactsAsync(section.Needs, cancellationToken);
        ThesisSpec spec = (await context.ReadSpecAsync(cancellationToken)).ForWriting();

        (SectionResearch? research, IReadOnlyList<SharedAbbreviation> abbreviations) = await context.ReadBesideAsync(allotment, cancellationToken);

        // Of the bibliography the keys count here, not how a work is described.
        string[] keys = [.. bibliography.Entries.Select(entry => entry.Key)];
        TaskInputs inputs = new TaskInputs(Kind, section.Id, reviewer.Version)
            .Add("specification", spec, CoreJson.Default.ThesisSpec)
            .Add("section", section, CoreJson.Default.OutlineSection)
            .Add("draft", draft, CoreJson.Default.SectionDraft)
            .Add("passages", allotment, CoreJson.Default.SectionAllotment)
            .Add("citation keys", keys, CoreJson.Default.StringArray)
            .Add("proposals", proposals, CoreJson.Default.IReadOnlyListArtifact)
            .AddArtifacts(needed)
            .AddAbbreviations(abbreviations)
            .AddResearch(research);
        IReadOnlyList<SectionComment> comments = user?.Comments ?? [];
        if (comments.Count > 0)
        {
            inputs.Add("comments", comments, CoreJson.Default.IReadOnlyListSectionComment);
        }

        ReviewRequest request = new(spec, section, draft, allotment, bibliography, needed) { Comments = comments, Abbreviations = abbreviations, Found = research?.Passages ?? [] };
        return new PreparedTask(spec.Title, inputs, async token => Confirm(await reviewer.ReviewAsync(request, token), draft, proposals, reviewer.Reviewer));
    }

    private static TaskResult Publish(SectionReview review, IReadOnlyList<Artifact> artifacts)
    {
        ArtifactBag bag = new ArtifactBag().Add(ArtifactNames.Review(review.Draft.SectionId), review, CoreJson.Default.SectionReview);
        foreach (Artifact artifact in artifacts)
        {
            bag.Add(ArtifactNames.Artifact(artifact.Name), artifact, CoreJson.Default.Artifact);
        }

        return bag.ToResult("written or locked by a user");
    }

    private static TaskResult Confirm(ReviewedSection reviewed, SectionDraft draft, IReadOnlyList<Artifact> proposals, Maker maker)
    {
        SectionReview review = reviewed.Review;
        ArtifactBag bag = new ArtifactBag()
            .Add(ArtifactNames.Review(draft.SectionId), review, CoreJson.Default.SectionReview)
            .Add(ArtifactNames.Reviewer(draft.SectionId), maker, CoreJson.Default.Maker);
        HashSet<string> removed = Sentences(draft);
        removed.ExceptWith(Sentences(review.Draft));
        foreach (Artifact proposal in reviewed.Artifacts ?? proposals)
        {
            // A claim that rests on a sentence which did not pass must not live on in other sections.
            Artifact confirmed = reviewed.Artifacts is null ? proposal with { Claims = [.. proposal.Claims.Where(claim => !removed.Contains(claim.Text))] } : proposal;
            bag.Add(ArtifactNames.Artifact(proposal.Name), confirmed, CoreJson.Default.Artifact);
        }

        if (reviewed.Comments.Count > 0)
        {
            bag.Add(ArtifactNames.Comments(draft.SectionId), reviewed.Comments, CoreJson.Default.IReadOnlyListCommentOutcome);
        }

        return bag.ToResult(review.Findings.Count == 0 ? "passed" : Counted.Of(review.Findings.Count, "finding"));
    }

    private static HashSet<string> Sentences(SectionDraft draft) =>
        draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Select(sentence => sentence.Borrowed).ToHashSet(StringComparer.Ordinal);
}
