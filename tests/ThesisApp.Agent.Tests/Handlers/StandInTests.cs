using System.Text.Json;
using ThesisApp.Agent.Handlers;
using ThesisApp.Agent.Tests.Support;
using ThesisApp.Core;
using ThesisApp.Core.Checks;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.TestSupport.Stores;
using ThesisApp.Writing;

namespace ThesisApp.Agent.Tests.Handlers;

/// <summary>What the offline writer wrote where a model was to write is said where everybody reads it.</summary>
public sealed class StandInTests(GarnetFixture store) : IClassFixture<GarnetFixture>
{
    private const string Spec = """
        title: Leases
        topic: Leases in distributed systems
        researchQuestions: [Why are leases fenced?]
        words: 500
        sources: [one.md]
        chapters:
          - { id: one, title: One, sections: [{ id: a, title: A }] }
          - { id: two, title: Two, sections: [{ id: b, title: B }] }
        """;

    private static readonly Maker Model = new("sim", "chat/1", ["frame/1"]);
    private static readonly Maker Offline = new("offline writer", "offline/1", []);
    private static readonly Outline Outline = OutlineBuilder.Build(SpecReader.Read(Spec, "thesis.yaml").Spec!);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_report_warns_of_each_with_the_reason()
    {
        await using LeasedTask task = await LeaseCheckAsync(Offline with { Reason = "the model declined to answer" }, Model, Offline with { Reason = "the prompt was too long" });

        (DocumentReport report, _) = await task.DoAsync(new CheckHandler(), ArtifactNames.Report, CoreJson.Default.DocumentReport, Cancellation);

        Assert.Equal(
            ["The abstract is by the offline writer, since the model declined to answer.", "Chapter 2 is opened by the offline writer, since the prompt was too long."],
            report.Warnings.Where(warning => warning.Contains("offline writer", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_is_said_of_what_was_written_by_whom_it_was_to_be()
    {
        await using LeasedTask task = await LeaseCheckAsync(Model, Offline, Offline);

        (DocumentReport report, _) = await task.DoAsync(new CheckHandler(), ArtifactNames.Report, CoreJson.Default.DocumentReport, Cancellation);

        Assert.DoesNotContain(report.Warnings, warning => warning.Contains("since", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_task_s_own_result_says_it_at_once()
    {
        ChapterFrame frame = new("one", [], []);
        await using LeasedTask task = await LeasedTask.LeaseAsync(store, Spec, ["one.md"], TaskKinds.Chapter, "one", Published(), Cancellation);

        (Maker by, string? message) = await task.DoAsync(
            new ChapterHandler(new FixedFramer(new Made<ChapterFrame>(frame, Offline with { Reason = "the model declined to answer" }))), ArtifactNames.Framer("one"), CoreJson.Default.Maker, Cancellation);

        Assert.Equal("the model declined to answer", by.Reason);
        Assert.Equal("by the offline writer, since the model declined to answer", message);
    }

    private Task<LeasedTask> LeaseCheckAsync(Maker abstractBy, Maker one, Maker two)
    {
        Dictionary<string, ReadOnlyMemory<byte>> published = Published();
        published.Add(ArtifactNames.AbstractWriter, Bytes(abstractBy));
        published.Add(ArtifactNames.Framer("one"), Bytes(one));
        published.Add(ArtifactNames.Framer("two"), Bytes(two));
        return LeasedTask.LeaseAsync(store, Spec, ["one.md"], TaskKinds.Check, null, published, Cancellation);
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Published()
    {
        SectionReview[] reviews = [.. Outline.Sections.Select(section => new SectionReview(new SectionDraft(section.Id, [new Paragraph(ParagraphKind.Text, [new Sentence($"Text of {section.Title}.", [], [])])], null), []))];
        Manuscript manuscript = new(
            SpecReader.Read(Spec, "thesis.yaml").Spec!, Outline, new FrontMatter([], [], string.Empty), [.. Outline.Chapters.Select(chapter => new ChapterFrame(chapter.Id, [], []))], reviews, new Bibliography([], []));
        Dictionary<string, ReadOnlyMemory<byte>> published = new()
        {
            [ArtifactNames.Outline] = JsonSerializer.SerializeToUtf8Bytes(Outline, CoreJson.Default.Outline),
            [ArtifactNames.Manuscript] = JsonSerializer.SerializeToUtf8Bytes(manuscript, CoreJson.Default.Manuscript),
            [ArtifactNames.Source("one.md")] = JsonSerializer.SerializeToUtf8Bytes(new SourceDocument("one", "one.md", "One", [], []), CoreJson.Default.SourceDocument),
        };
        foreach (SectionReview review in reviews)
        {
            published.Add(ArtifactNames.Review(review.Draft.SectionId), JsonSerializer.SerializeToUtf8Bytes(review, CoreJson.Default.SectionReview));
        }

        return published;
    }

    private static ReadOnlyMemory<byte> Bytes(Maker maker) => JsonSerializer.SerializeToUtf8Bytes(maker, CoreJson.Default.Maker);

    private sealed class FixedFramer(Made<ChapterFrame> made) : IWriter
    {
        public string Version => "fixed";

        public Maker Drafter => made.By;

        public Task<Artifact> EstablishAsync(EstablishRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<SectionWork> DraftAsync(DraftRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Made<ChapterFrame>> FrameAsync(FrameRequest request, CancellationToken cancellationToken) => Task.FromResult(made);

        public Task<Made<FrontMatter>> WriteFrontMatterAsync(FrontMatterRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
