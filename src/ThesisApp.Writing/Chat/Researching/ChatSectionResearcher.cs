using ThesisApp.Core.Planning;
using ThesisApp.Models;
using ThesisApp.Writing.Chat.Asking;
using ThesisApp.Writing.Chat.Evidence;
using ThesisApp.Writing.Chat.Grounding;
using ThesisApp.Writing.Chat.Prompts;
using ThesisApp.Writing.Chat.Writing;
using ThesisApp.Writing.Researching;

namespace ThesisApp.Writing.Chat.Researching;

/// <summary>Asks a model what should be looked up for a section. What it says is searched for, and nothing else is done with it.</summary>
internal sealed class ChatSectionResearcher(IStageModels models) : ISectionResearcher
{
    private const int MostQueries = 6;
    private const int LongestQuery = 200;
    private const int MostHeadings = 200;

    public string Version { get; } = ChatVersion.OfResearcher(models);

    public async Task<IReadOnlyList<string>> AskAsync(ResearchRequest request, CancellationToken cancellationToken)
    {
        string[] headings = [.. request.Allotment.Passages.Select(passage => passage.Heading).OfType<string>().Distinct(StringComparer.Ordinal)];
        ResearchAnswer? answer = await Readable.OrNullAsync(() => new Conversation(models, ModelStages.Research, request.Spec.Language, PromptCatalog.Research.Render(new Dictionary<string, string>
        {
            ["title"] = PromptParts.Line(request.Section.Title),
            ["number"] = request.Section.Number,
            ["brief"] = PromptParts.Line(request.Section.Brief),
            ["role"] = request.Section.Role,
            ["thesis"] = PromptParts.Line(request.Spec.Title),
            ["topic"] = PromptParts.Line(request.Spec.Topic),
            ["case"] = PromptParts.Case(request.Spec),
            ["questions"] = PromptParts.Questions(request.Spec),
            ["given"] = Fence.AroundHeadings(headings),
            ["sources"] = Fence.AroundSources(request.Sources, MostHeadings),
        })).AskAsync(AnswerJson.Default.ResearchAnswer, cancellationToken));
        return
        [
            .. (answer?.Queries ?? []).Select(PromptParts.Line).Where(query => query.Length is > 0 and <= LongestQuery && query.Any(char.IsLetterOrDigit) && ForeignText.Find(query, []) is null)
                .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostQueries),
        ];
    }
}
