using ThesisApp.Core.Planning;
using ThesisApp.Models;
using ThesisApp.Models.Calls;
using ThesisApp.Writing.Chat.Asking;
using ThesisApp.Writing.Chat.Evidence;
using ThesisApp.Writing.Chat.Grounding;
using ThesisApp.Writing.Chat.Prompts;

namespace ThesisApp.Writing.Chat.Writing;

/// <summary>Has a section written anew, for reasons, until it holds or the rounds are over.</summary>
internal sealed class SectionReviser(IStageModels models)
{
    private const string FollowComments = "- It does not do yet what the author asks for in the comments above.";

    /// <summary>Revises.</summary>
    /// <param name="task">The section.</param>
    /// <param name="written">Its text so far.</param>
    /// <param name="wishes">What a reader wants changed, as lines; asked for in the first round.</param>
    /// <param name="comments">What the thesis's author wants changed, in the author's own words; asked for until a text is taken.</param>
    /// <param name="rounds">Most rounds.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The text, and how many times it was replaced.</returns>
    public async Task<(WrittenSection Text, int Times)> ReviseAsync(SectionTask task, WrittenSection written, IReadOnlyList<string> wishes, IReadOnlyList<string> comments, int rounds, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> open = comments.Count == 0 ? wishes : [.. wishes, FollowComments];
        int times = 0;
        for (int round = 1; round <= rounds; round++)
        {
            string[] reasons = [.. written.Problems.Select(problem => problem.ForRevision), .. open];
            if (reasons.Length == 0)
            {
                break;
            }

            WrittenSection next;
            try
            {
                next = WrittenSection.Of(await AskAsync(task, written, reasons, comments, PromptParts.Number(round), cancellationToken), task.Evidence);
            }
            catch (ModelCallException exception) when (exception.Kind == ModelFailureKind.TooLong)
            {
                // The draft on top of its passages is more than the model can read: what does not hold is marked instead.
                break;
            }

            if (next.IsFragmentOf(written, task.Section))
            {
                continue;
            }

            // A wish was heard if the new text holds as well as the old one; what makes it worse is not taken.
            bool heard = open.Count > 0 && next.Paragraphs.Count > 0 && next.Problems.Count <= written.Problems.Count;
            if (heard || next.IsBetterThan(written, task.Section))
            {
                written = next;
                times++;
                open = heard ? [] : open;
            }
        }

        return (written, times);
    }

    private async Task<string> AskAsync(SectionTask task, WrittenSection written, string[] reasons, IReadOnlyList<string> comments, string round, CancellationToken cancellationToken) =>
        await new Conversation(models, ModelStages.Revise, task.Spec.Language, PromptCatalog.Revise.Render(new Dictionary<string, string>
        {
            ["title"] = PromptParts.Line(task.Section.Title),
            ["number"] = task.Section.Number,
            ["brief"] = PromptParts.Line(task.Section.Brief),
            ["words"] = PromptParts.Number(task.Section.Words),
            ["round"] = round,
            ["established"] = PromptParts.Established(task.Needed),
            ["conventions"] = PromptParts.Conventions(task),
            ["verbatim"] = PromptParts.Verbatim(task.Spec, task.Section, task.Needed),
            ["passages"] = Fence.Around(task.Evidence.Items),
            ["draft"] = DraftText.Of(written.Paragraphs, task.Evidence),
            ["comments"] = Fence.AroundComments(comments),
            ["reasons"] = string.Join('\n', reasons),
        })).AskAsync(cancellationToken);
}
