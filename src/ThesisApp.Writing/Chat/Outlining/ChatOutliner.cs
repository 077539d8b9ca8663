using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Templates;
using ThesisApp.Models;
using ThesisApp.Models.Calls;
using ThesisApp.Writing.Chat.Asking;
using ThesisApp.Writing.Chat.Evidence;
using ThesisApp.Writing.Chat.Grounding;
using ThesisApp.Writing.Chat.Prompts;
using ThesisApp.Writing.Chat.Writing;
using ThesisApp.Writing.Outlining;

namespace ThesisApp.Writing.Chat.Outlining;

/// <summary>Has a model make the outline. One that cannot be used goes back once with all reasons; then the template's is taken, and the report says why: a run of hours must not end on its first page, and whoever wants to see the outline first can (<c>approve: outline</c>).</summary>
internal sealed class ChatOutliner(IStageModels models) : IOutliner
{
    private const int Rounds = 2;
    private const int MostReasonsTold = 12;
    private const int MostReasonsReported = 5;
    private const int MostHeadings = 300;
    private const int LongestReason = 300;

    public string Version { get; } = ChatVersion.OfOutliner(models);

    public async Task<ProposedOutline> ProposeAsync(OutlineRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(request, cancellationToken);
        }
        catch (ModelCallException exception) when (exception.Kind == ModelFailureKind.TooLong)
        {
            return Template(request, ["The prompt is longer than the model can read."]);
        }
    }

    private async Task<ProposedOutline> AskAsync(OutlineRequest request, CancellationToken cancellationToken)
    {
        Conversation conversation = new(models, ModelStages.Outline, request.Spec.Language, PromptOf(request));
        IReadOnlyList<string> reasons = [];
        for (int round = 1; round <= Rounds; round++)
        {
            OutlineAnswer? answer = await conversation.AskAsync(AnswerJson.Default.OutlineAnswer, cancellationToken);
            (Outline? outline, reasons) = answer is null ? (null, ["The answer could not be read."]) : OutlineReading.Read(answer, request.Spec);
            if (outline is not null)
            {
                return new ProposedOutline(outline, []);
            }

            if (round < Rounds)
            {
                conversation.Object($"That outline cannot be used:\n{string.Join('\n', reasons.Take(MostReasonsTold).Select(reason => $"- {PromptParts.Line(reason)}"))}\nAnswer again with the whole outline, with every one of these mended.");
            }
        }

        return Template(request, reasons);
    }

    // The reasons hold a model's words: what is no part of a report stays out of it.
    private static ProposedOutline Template(OutlineRequest request, IReadOnlyList<string> reasons)
    {
        IEnumerable<string> told = reasons.Where(reason => ForeignText.Find(reason, []) is null).Take(MostReasonsReported).Select(reason => reason.Length <= LongestReason ? reason : reason[..LongestReason] + "…");
        return new ProposedOutline(OutlineBuilder.Build(request.Spec), [$"The outline is the template's: the model was asked for one {Rounds} times and gave none that can be used. {string.Join(" ", told)}".TrimEnd()]);
    }

    private static string PromptOf(OutlineRequest request) => PromptCatalog.Outline.Render(new Dictionary<string, string>
    {
        ["title"] = PromptParts.Line(request.Spec.Title),
        ["topic"] = PromptParts.Line(request.Spec.Topic),
        ["case"] = PromptParts.Case(request.Spec),
        ["words"] = PromptParts.Number(request.Spec.Words),
        ["least"] = PromptParts.Number(OutlineBuilder.MinSectionWords),
        ["questions"] = PromptParts.Questions(request.Spec),
        ["roles"] = string.Join(", ", SectionRoles.All),
        ["artifacts"] = string.Join('\n', TemplateCatalog.BuiltInArtifacts.Select(artifact => $"- {artifact.Name}")),
        ["sources"] = Fence.AroundSources(request.Sources, MostHeadings),
    });
}
