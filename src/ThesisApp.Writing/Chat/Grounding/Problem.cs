using ThesisApp.Core.Drafts;

namespace ThesisApp.Writing.Chat.Grounding;

/// <summary>A sentence that does not hold.</summary>
/// <param name="Kind">How.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Reason">What is wrong, for the revision and for the report.</param>
internal sealed record Problem(ProblemKind Kind, Sentence Sentence, string Reason)
{
    /// <summary>The line that the revision is told.</summary>
    public string ForRevision => $"- “{Sentence.Text}”: {Reason}.";
}
