using System.Text.Json;
using ThesisApp.Contracts.Sections;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Revisions;

namespace ThesisApp.Orchestrator.Revisions;

/// <summary>A section as the store has it.</summary>
/// <param name="Section">The outline's section.</param>
/// <param name="Written">Its reviewed text in its stored form; empty where there is none yet.</param>
/// <param name="Changed">What users have done to it in its stored form; empty for nothing.</param>
/// <param name="Outcomes">What became of its comments when it was last written, in its stored form; empty for nothing.</param>
internal sealed record SectionView(OutlineSection Section, ReadOnlyMemory<byte> Written, ReadOnlyMemory<byte> Changed, ReadOnlyMemory<byte> Outcomes)
{
    /// <summary>What users have done to it.</summary>
    public UserSection User { get; } = Changed.IsEmpty ? new UserSection { SectionId = Section.Id } : JsonSerializer.Deserialize(Changed.Span, CoreJson.Default.UserSection)!;

    /// <summary>Its reviewed text, or null.</summary>
    public SectionReview? Review { get; } = Written.IsEmpty ? null : JsonSerializer.Deserialize(Written.Span, CoreJson.Default.SectionReview);

    /// <summary>Names what is there now. What a user has written is all that counts of an edited section: how it is marked is not the user's.</summary>
    public string Revision => Revisions.Revision.Of(User.IsHeld ? default : Written, JsonSerializer.SerializeToUtf8Bytes(User with { Comments = [] }, CoreJson.Default.UserSection));

    /// <summary>The section as a client is told of it.</summary>
    public SectionInfo Info => new(Section.Id, Section.Number, Section.Title, State, Revision, Comments);

    /// <summary>Its comments, and what became of them.</summary>
    public IReadOnlyList<SectionCommentInfo> Comments
    {
        get
        {
            IReadOnlyList<CommentOutcome> outcomes = Outcomes.IsEmpty ? [] : JsonSerializer.Deserialize(Outcomes.Span, CoreJson.Default.IReadOnlyListCommentOutcome)!;
            return
            [
                .. User.Comments.Select(comment =>
                {
                    CommentOutcome? outcome = outcomes.FirstOrDefault(candidate => candidate.Id == comment.Id);
                    (bool isOpen, string note) = User.IsHeld ? (outcome is not { IsAddressed: true }, "The section is edited or locked: agents leave it as it is.")
                        : outcome is null ? (true, "The section has not been written anew yet.")
                        : (!outcome.IsAddressed, outcome.Note);
                    return new SectionCommentInfo(Section.Id, comment.Id, comment.Text, comment.At, isOpen, note);
                }),
            ];
        }
    }

    private SectionState State => User.Text is not null ? SectionState.Edited : User.Locked is not null ? SectionState.Locked : Written.IsEmpty ? SectionState.Open : SectionState.Written;
}
