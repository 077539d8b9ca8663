using ThesisApp.Core.Drafts;
using ThesisApp.Core.Planning;
using ThesisApp.Models;
using ThesisApp.Writing.Chat.Prompts;

namespace ThesisApp.Writing.Chat;

/// <summary>Names what makes a model's text: the code's version, the models and where they are, the prompts.</summary>
internal static class ChatVersion
{
    private const int Code = 3;

    /// <summary>The version of what writes.</summary>
    public static string OfWriter(IStageModels models) => Of(
        models, 0, [ModelStages.Establish, ModelStages.Draft, ModelStages.Frame, ModelStages.Abstract],
        [PromptCatalog.Establish, PromptCatalog.Draft, PromptCatalog.Frame, PromptCatalog.Abstract]);

    /// <summary>The version of what writes the front matter: its statement names who reviewed, revised, read the whole and proposed the outline as well.</summary>
    public static string OfFrontMatter(IStageModels models) =>
        $"{OfWriter(models)} told of: {string.Join(' ', new[] { ModelStages.Review, ModelStages.Revise, ModelStages.Consistency, ModelStages.Outline }.Select(models.NameOf))}";

    /// <summary>The version of what judges.</summary>
    public static string OfJudge(IStageModels models) => Of(models, 0, [ModelStages.Review], [PromptCatalog.Review]);

    /// <summary>The version of what reviews and revises.</summary>
    public static string OfReviewer(IStageModels models, int rounds) => Of(models, rounds, [ModelStages.Review, ModelStages.Revise], [PromptCatalog.Review, PromptCatalog.Revise]);

    /// <summary>The version of what makes outlines.</summary>
    public static string OfOutliner(IStageModels models) => Of(models, 1, [ModelStages.Outline], [PromptCatalog.Outline]);

    /// <summary>The version of what says what to look up.</summary>
    public static string OfResearcher(IStageModels models) => Of(models, 1, [ModelStages.Research], [PromptCatalog.Research]);

    /// <summary>The version of what reads the whole.</summary>
    public static string OfConsistencyReader(IStageModels models) => Of(models, 0, [ModelStages.Consistency], [PromptCatalog.Consistency]);

    /// <summary>Who drafts: the models and the prompts by which they were asked.</summary>
    public static Maker Drafter(IStageModels models) => Made(models, [ModelStages.Draft], [PromptCatalog.Draft]);

    /// <summary>Who reviews.</summary>
    public static Maker Reviewer(IStageModels models) => Made(models, [ModelStages.Review], [PromptCatalog.Review]);

    /// <summary>Who revises for what the review has found.</summary>
    public static Maker Reviser(IStageModels models) => Made(models, [ModelStages.Revise], [PromptCatalog.Revise]);

    /// <summary>Who frames chapters.</summary>
    public static Maker Framer(IStageModels models) => Made(models, [ModelStages.Frame], [PromptCatalog.Frame]);

    /// <summary>Who writes the abstract.</summary>
    public static Maker AbstractWriter(IStageModels models) => Made(models, [ModelStages.Abstract], [PromptCatalog.Abstract]);

    private static Maker Made(IStageModels models, IEnumerable<string> stages, IEnumerable<PromptTemplate> prompts) => new(
        string.Join(", ", stages.Select(models.NameOf).Distinct(StringComparer.Ordinal)), $"chat/{Code}", [.. prompts.Prepend(PromptCatalog.System).Select(prompt => prompt.Version)]);

    private static string Of(IStageModels models, int rounds, IEnumerable<string> stages, IEnumerable<PromptTemplate> prompts) =>
        $"chat/{Code} rounds={rounds} {string.Join(' ', stages.Select(stage => $"{stage}={models.IdentityOf(stage)}"))} {string.Join(' ', prompts.Prepend(PromptCatalog.System).Select(prompt => prompt.Version))}";
}
