using ThesisApp.Coordination.Board;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Writing;

namespace ThesisApp.Agent.Handlers;

/// <summary>What a task publishes that makes of a draft the text which others read.</summary>
internal static class ReviewResults
{
    /// <summary>A text that a user has written or locked.</summary>
    public static TaskResult Held(SectionReview review, IReadOnlyList<Artifact> artifacts)
    {
        ArtifactBag bag = new ArtifactBag().Add(ArtifactNames.Review(review.Draft.SectionId), review, CoreJson.Default.SectionReview);
        foreach (Artifact artifact in artifacts)
        {
            bag.Add(ArtifactNames.Artifact(artifact.Name), artifact, CoreJson.Default.Artifact);
        }

        return bag.ToResult("written or locked by a user");
    }

    /// <summary>A text as reviewed, and the artifacts that it confirms.</summary>
    /// <param name="reviewed">The text.</param>
    /// <param name="reading">What it was made from.</param>
    /// <param name="reviewer">Who did it: named as its reviewer where no verdict of another was brought, as its reviser where the text was written anew.</param>
    public static TaskResult Confirmed(ReviewedSection reviewed, ReviewReading reading, ISectionReviewer reviewer)
    {
        SectionReview review = reviewed.Review;
        string id = review.Draft.SectionId;
        ArtifactBag bag = new ArtifactBag().Add(ArtifactNames.Review(id), review, CoreJson.Default.SectionReview);
        if (reading.Request.Verdict is null)
        {
            bag.Add(ArtifactNames.Reviewer(id), reviewer.Reviewer, CoreJson.Default.Maker);
        }

        if (review.Revisions > 0)
        {
            bag.Add(ArtifactNames.Reviser(id), reviewer.Reviser, CoreJson.Default.Maker);
        }

        HashSet<string> removed = Sentences(reading.Request.Draft);
        removed.ExceptWith(Sentences(review.Draft));
        foreach (Artifact proposal in reviewed.Artifacts ?? reading.Proposals)
        {
            // A claim that rests on a sentence which did not pass must not live on in other sections.
            Artifact confirmed = reviewed.Artifacts is null ? proposal with { Claims = [.. proposal.Claims.Where(claim => !removed.Contains(claim.Text))] } : proposal;
            bag.Add(ArtifactNames.Artifact(proposal.Name), confirmed, CoreJson.Default.Artifact);
        }

        if (reviewed.Comments.Count > 0)
        {
            bag.Add(ArtifactNames.Comments(id), reviewed.Comments, CoreJson.Default.IReadOnlyListCommentOutcome);
        }

        return bag.ToResult(review.Findings.Count == 0 ? "passed" : Counted.Of(review.Findings.Count, "finding"));
    }

    private static HashSet<string> Sentences(SectionDraft draft) =>
        draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Select(sentence => sentence.Borrowed).ToHashSet(StringComparer.Ordinal);
}
