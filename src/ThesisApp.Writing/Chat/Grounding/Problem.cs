using ThesisApp.Core.Drafts;
using ThesisApp.Writing.Chat.Evidence;

namespace ThesisApp.Writing.Chat.Grounding;

/// <summary>A sentence that does not hold.</summary>
/// <param name="Kind">How.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Reason">What is wrong, for the revision and for the report.</param>
internal sealed record Problem(ProblemKind Kind, Sentence Sentence, string Reason)
{
    /// <summary>The line that the revision is told. A sentence that may give orders is not repeated where orders stand.</summary>
    public string ForRevision => Kind == ProblemKind.Foreign
        ? $"- One sentence is to be left out, since {Fence.Defuse(Reason)}."
        : $"- “{Fence.Defuse(Sentence.Text)}”: {Fence.Defuse(Reason)}.";
}
