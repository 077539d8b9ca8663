using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ThesisApp.Agent.Handlers;
using ThesisApp.Agent.Tests.Support;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.TestSupport.Stores;
using ThesisApp.Writing;
using ThesisApp.Writing.Researching;
using ThesisApp.Writing.Retrieval;

namespace ThesisApp.Agent.Tests.Handlers;

/// <summary>What is looked up for a section where there are embeddings: those that the tasks before have stored are read, and made only where they cannot be.</summary>
public sealed class ResearchHandlerTests(GarnetFixture store) : IClassFixture<GarnetFixture>
{
    private const string Spec = """
        title: Life on the Canal
        topic: Inland navigation
        researchQuestions: [How did people live?]
        words: 500
        research: model
        sources: [one.md, two.md]
        """;

    private static readonly SourceDocument Fever = Source("one", "Fever carried off one crew in three during that summer, and a surgeon was sent up from the coast.");
    private static readonly SourceDocument Wages = Source("two", "Labourers earned eighteen pence for each day, in coin and never in kind.");

    private static readonly OutlineSection Section = new() { Id = "life/health", ChapterId = "life", Number = "1.1", Title = "Health", Role = SectionRoles.Results, Brief = "Health.", Words = 200 };

    private readonly IPassageAllotter _allotter = new ServiceCollection().AddOfflineWriter().BuildServiceProvider().GetRequiredService<IPassageAllotter>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_stored_of_the_sources_is_read_and_the_model_is_asked_for_the_queries_alone()
    {
        CountingEmbeddings model = new();
        SourceEmbedder embedder = new(model);
        await using LeasedTask task = await LeaseAsync(await embedder.EmbedAsync(Fever, Cancellation), await embedder.EmbedAsync(Wages, Cancellation));
        model.Asked.Clear();

        SectionResearch research = await ResearchAsync(task, embedder, "Sickness");
        SectionResearch byWords = await ResearchAsync(task, null, "Sickness");

        Assert.Equal([["Sickness"]], model.Asked);
        Assert.Equal("one#1", research.Passages[0].Id);
        Assert.Equal(["Sickness"], research.Queries);
        Assert.DoesNotContain(byWords.Passages, passage => passage.Id == "one#1");
    }

    [Fact]
    public async Task It_is_what_is_stored_that_says_which_passage_is_near()
    {
        SourceEmbedder embedder = new(new CountingEmbeddings());

        // Each under the name of the other: nobody but the store can have said so.
        await using LeasedTask task = await LeaseAsync(await embedder.EmbedAsync(Wages, Cancellation), await embedder.EmbedAsync(Fever, Cancellation));

        Assert.Equal("two#1", (await ResearchAsync(task, embedder, "Sickness")).Passages[0].Id);
    }

    [Fact]
    public async Task What_is_not_there_or_is_another_models_is_made_and_nothing_else()
    {
        CountingEmbeddings model = new();
        SourceEmbedder embedder = new(model);
        SourceEmbeddings others = await new SourceEmbedder(new CountingEmbeddings("another")).EmbedAsync(Wages, Cancellation);
        await using LeasedTask missing = await LeaseAsync(null, await embedder.EmbedAsync(Wages, Cancellation));
        await using LeasedTask foreign = await LeaseAsync(await embedder.EmbedAsync(Fever, Cancellation), others);
        model.Asked.Clear();

        Assert.Equal("one#1", (await ResearchAsync(missing, embedder, "Sickness")).Passages[0].Id);
        Assert.Equal("one#1", (await ResearchAsync(foreign, embedder, "Sickness")).Passages[0].Id);

        Assert.Equal([$"Notes. {Fever.Passages[0].Text}", "Sickness", $"Notes. {Wages.Passages[0].Text}", "Sickness"], model.Asked.Select(texts => Assert.Single(texts)));
    }

    [Fact]
    public async Task Where_nothing_is_to_be_looked_up_no_embedding_is_asked_for()
    {
        CountingEmbeddings model = new();
        await using LeasedTask task = await LeaseAsync(null, null);

        SectionResearch research = await ResearchAsync(task, new SourceEmbedder(model));

        Assert.Empty(model.Asked);
        Assert.Empty(research.Passages);
    }

    private static SourceDocument Source(string id, string text) => new(id, $"{id}.md", id, [new Passage($"{id}#1", id, 1, "Notes", null, text)], []);

    private Task<LeasedTask> LeaseAsync(SourceEmbeddings? one, SourceEmbeddings? two)
    {
        Dictionary<string, ReadOnlyMemory<byte>> published = new()
        {
            [ArtifactNames.Outline] = JsonSerializer.SerializeToUtf8Bytes(new Outline([new OutlineChapter("life", 1, "Life", [Section])], []), CoreJson.Default.Outline),
            [ArtifactNames.Allotment(Section.Id)] = JsonSerializer.SerializeToUtf8Bytes(new SectionAllotment(Section.Id, []), CoreJson.Default.SectionAllotment),
            [ArtifactNames.Source("one.md")] = JsonSerializer.SerializeToUtf8Bytes(Fever, CoreJson.Default.SourceDocument),
            [ArtifactNames.Source("two.md")] = JsonSerializer.SerializeToUtf8Bytes(Wages, CoreJson.Default.SourceDocument),
        };
        foreach ((string name, SourceEmbeddings? embeddings) in new[] { ("one.md", one), ("two.md", two) })
        {
            if (embeddings is not null)
            {
                published.Add(ArtifactNames.Embeddings(name), JsonSerializer.SerializeToUtf8Bytes(embeddings, CoreJson.Default.SourceEmbeddings));
            }
        }

        return LeasedTask.LeaseAsync(store, Spec, ["one.md", "two.md"], TaskKinds.Research, Section.Id, published, Cancellation);
    }

    private async Task<SectionResearch> ResearchAsync(LeasedTask task, SourceEmbedder? embedder, params string[] queries) =>
        (await task.DoAsync(new ResearchHandler(_allotter, new FixedResearcher(queries), embedder), ArtifactNames.Research(Section.Id), CoreJson.Default.SectionResearch, Cancellation)).Published;

    private sealed class FixedResearcher(string[] queries) : ISectionResearcher
    {
        public string Version => "fixed";

        public Task<IReadOnlyList<string>> AskAsync(ResearchRequest request, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(queries);
    }
}
