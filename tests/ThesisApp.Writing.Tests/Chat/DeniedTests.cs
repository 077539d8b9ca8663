using Microsoft.Extensions.Options;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Sources;
using ThesisApp.Models;
using ThesisApp.Models.Calls;
using ThesisApp.Writing.Chat;
using ThesisApp.Writing.Chat.Consistency;
using ThesisApp.Writing.Chat.Outlining;
using ThesisApp.Writing.Chat.Researching;
using ThesisApp.Writing.Consistency;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Outlining;
using ThesisApp.Writing.Researching;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Chat;

/// <summary>A model that lets nobody in, such as for a wrong key: whatever it was to write, nobody steps in for it in silence.</summary>
public sealed class DeniedTests
{
    private static readonly OutlineSection Section = Corpus.Section("c/s", 40);
    private static readonly Outline Outline = Corpus.Outline(Section);
    private static readonly Passage Passage = Given.Passage("smith1990#a", "The canal carried grain and gravel along its whole length in every single season of the year.");
    private static readonly SectionAllotment Allotment = new("c/s", [Passage]);
    private static readonly SectionReview Review = new(new SectionDraft("c/s", [new Paragraph(ParagraphKind.Text, [new Sentence(Passage.Text, [new Citation("smith1990", Passage.Id, null)], [])])], null), []);

    private static readonly ReviewRequest Reviewed = new(Corpus.Spec(), Section, Review.Draft, Allotment, Corpus.Bibliography("smith1990"), []);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ModelStages.Outline)]
    [InlineData(ModelStages.Establish)]
    [InlineData(ModelStages.Research)]
    [InlineData(ModelStages.Draft)]
    [InlineData(ModelStages.Review)]
    [InlineData(ModelStages.Revise)]
    [InlineData(ModelStages.Frame)]
    [InlineData(ModelStages.Abstract)]
    [InlineData(ModelStages.Consistency)]
    public async Task The_task_of_every_stage_fails_at_its_first_call_with_what_the_endpoint_said(string stage)
    {
        using ScriptedModels models = new(() => throw new ModelCallException(ModelFailureKind.Denied, "The key is wrong."));

        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => WorkAsync(stage, models));

        Assert.Equal(("The key is wrong.", false), (exception.Message, exception.IsPassing));
        Assert.Single(models.Prompts);
    }

    private static async Task WorkAsync(string stage, ScriptedModels models)
    {
        ChatWriter writer = new(models, new OfflineWriter());
        Task work = stage switch
        {
            ModelStages.Outline => new ChatOutliner(models).ProposeAsync(new OutlineRequest(Corpus.Spec(), []), Cancellation),
            ModelStages.Establish => writer.EstablishAsync(new EstablishRequest(Corpus.Spec(), Outline, new OutlineArtifact("glossary", "Terms.", []), [], [Passage]), Cancellation),
            ModelStages.Research => new ChatSectionResearcher(models).AskAsync(new ResearchRequest(Corpus.Spec(), Section, Allotment, []), Cancellation),
            ModelStages.Draft => writer.DraftAsync(new DraftRequest(Corpus.Spec(), Outline, Section, [], Allotment), Cancellation),
            ModelStages.Review => new ChatSectionJudge(models).JudgeAsync(Reviewed, Cancellation),
            ModelStages.Revise => new ChatSectionReviewer(models, Options.Create(new ModelOptions())).ReviewAsync(Reviewed with { Verdict = new SectionVerdict("c/s", ["- Say more."]) }, Cancellation),
            ModelStages.Frame => writer.FrameAsync(new FrameRequest(Corpus.Spec(), Outline, Outline.Chapters[0], [Review]), Cancellation),
            ModelStages.Abstract => writer.WriteFrontMatterAsync(new FrontMatterRequest(Corpus.Spec(), Outline, [], [Review], 1), Cancellation),
            _ => new ChatConsistencyReader(models).ReadAsync(new ConsistencyRequest(Corpus.Spec(), Corpus.Outline(Section, Corpus.Section("c/t", 40)), [Review, Review with { Draft = Review.Draft with { SectionId = "c/t" } }], []), Cancellation),
        };
        await work;
    }
}
