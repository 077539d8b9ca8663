using ThesisApp.Core.Drafts;
using ThesisApp.Core.Planning;
using ThesisApp.Models;
using ThesisApp.Models.Calls;
using ThesisApp.Writing.Chat.Asking;
using ThesisApp.Writing.Chat.Evidence;
using ThesisApp.Writing.Chat.Prompts;
using ThesisApp.Writing.Chat.Writing;
using ThesisApp.Writing.Offline;

namespace ThesisApp.Writing.Chat;

/// <summary>Writes with chat models. Whatever they answer is held against what they were given, sentence by sentence, before anything uses it.</summary>
internal sealed class ChatWriter(IStageModels models, OfflineWriter offline) : IWriter
{
    // A model that cannot read so much gets half, then a quarter.
    private static readonly double[] Shares = [1, 0.5, 0.25];

    private readonly ArtifactAsker _artifacts = new(models);
    private readonly ChapterAsker _chapters = new(models);
    private readonly FrontMatterAsker _frontMatter = new(models);

    public string Version { get; } = ChatVersion.OfWriter(models);

    public string FrontMatterVersion { get; } = ChatVersion.OfFrontMatter(models);

    public Maker Drafter { get; } = ChatVersion.Drafter(models);

    // The objectives are the user's questions, and nobody may change them.
    public async Task<Artifact> EstablishAsync(EstablishRequest request, CancellationToken cancellationToken) =>
        (request.Artifact.Name == "objectives" ? null : await _artifacts.AskAsync(request, cancellationToken)) ?? await offline.EstablishAsync(request, cancellationToken);

    public async Task<SectionWork> DraftAsync(DraftRequest request, CancellationToken cancellationToken)
    {
        WrittenSection written = await AskAsync(request, cancellationToken);
        SectionDraft draft = new(request.Section.Id, SectionTables.Set(written.Paragraphs, request.Allotment, request.Spec.Language), DraftNotes.Of(request.Section, written.Words));
        return new SectionWork(draft, ArtifactOf.Section(request.Spec, request.Section, written.Sound));
    }

    public async Task<Made<ChapterFrame>> FrameAsync(FrameRequest request, CancellationToken cancellationToken) =>
        await _chapters.AskAsync(request, cancellationToken) is { } frame ? new Made<ChapterFrame>(frame, ChatVersion.Framer(models)) : await offline.FrameAsync(request, cancellationToken);

    public Task<Made<FrontMatter>> WriteFrontMatterAsync(FrontMatterRequest request, CancellationToken cancellationToken) => _frontMatter.AskAsync(request, offline, cancellationToken);

    // What does not hold in it is found again when it is reviewed, and goes into revision from there.
    private async Task<WrittenSection> AskAsync(DraftRequest request, CancellationToken cancellationToken)
    {
        for (int i = 0; ; i++)
        {
            SectionTask task = SectionTask.Of(request.Spec, request.Section, request.Needed, request.Allotment, request.Found, Shares[i]) with { Abbreviations = request.Abbreviations };
            try
            {
                return WrittenSection.Of(await AskAsync(request, task, cancellationToken), task.Evidence);
            }
            catch (ModelCallException exception) when (exception.Kind == ModelFailureKind.TooLong && i < Shares.Length - 1)
            {
                // With less to read.
            }
        }
    }

    private Task<string> AskAsync(DraftRequest request, SectionTask task, CancellationToken cancellationToken) =>
        new Conversation(models, ModelStages.Draft, request.Spec.Language, PromptCatalog.Draft.Render(new Dictionary<string, string>
        {
            ["title"] = PromptParts.Line(request.Section.Title),
            ["number"] = request.Section.Number,
            ["brief"] = PromptParts.Line(request.Section.Brief),
            ["role"] = request.Section.Role,
            ["words"] = PromptParts.Number(request.Section.Words),
            ["thesis"] = PromptParts.Line(request.Spec.Title),
            ["topic"] = PromptParts.Line(request.Spec.Topic),
            ["case"] = PromptParts.Case(request.Spec),
            ["questions"] = PromptParts.Questions(request.Spec),
            ["contents"] = PromptParts.Contents(request.Outline),
            ["established"] = PromptParts.Established(request.Needed),
            ["conventions"] = PromptParts.Conventions(task),
            ["verbatim"] = PromptParts.Verbatim(request.Spec, request.Section, request.Needed),
            ["passages"] = Fence.Around(task.Evidence.Items),
        })).AskAsync(cancellationToken);
}
