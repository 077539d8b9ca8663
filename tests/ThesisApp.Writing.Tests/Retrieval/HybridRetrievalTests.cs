using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Retrieval;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Retrieval;

/// <summary>Passages that are found by what they mean, and not by their words.</summary>
public sealed class HybridRetrievalTests
{
    private const string Illness = "Fever carried off one crew in three during that summer, and a surgeon was sent up from the coast. Cholera followed it within a year, and the wards stood full until winter came.";
    private const string Wages = "Labourers earned eighteen pence for each day and nothing on Sundays. Their masters settled with them every second Saturday, in coin and never in kind.";

    private static readonly OutlineSection[] Sections =
    [
        Corpus.Section("c/pay", 60, SectionRoles.Results, "Remuneration", "What people were given for their toil."),
        Corpus.Section("c/health", 60, SectionRoles.Results, "Sickness", "Which diseases there were, and medicine against them."),
    ];

    private static readonly SourceDocument[] Sources =
    [
        Source("a", Illness),
        Source("b", Wages),
    ];

    private static readonly SourceEmbedder Embedder = new(new MeaningModel("fever cholera surgeon wards sickness disease medicine", "earned pence coin remuneration toil"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_passage_that_shares_no_word_with_any_brief_goes_to_the_section_that_it_is_near_to()
    {
        Outline outline = Corpus.Outline(Sections);
        Nearness nearness = await CompareAsync([.. Sections.Select(SourceEmbedder.QueryOf)], Sources);

        // In either order of the sections: where nothing tells them apart, the first would get the first.
        Assert.Equal(["c/pay: b", "c/health: a"], Given(Writers.Allotter.Allot(Corpus.Spec(), outline, Sources, nearness, Cancellation)));
        Outline turned = Corpus.Outline([.. Sections.Reverse()]);
        Nearness turnedNearness = await CompareAsync([.. Sections.Reverse().Select(SourceEmbedder.QueryOf)], Sources);
        Assert.Equal(["c/health: a", "c/pay: b"], Given(Writers.Allotter.Allot(Corpus.Spec(), turned, Sources, turnedNearness, Cancellation)));

        // By words alone at least one of the two orders must fail: nothing in the words says which is whose.
        Assert.False(
            Given(Writers.Allotter.Allot(Corpus.Spec(), outline, Sources, Cancellation)).SequenceEqual(["c/pay: b", "c/health: a"])
            && Given(Writers.Allotter.Allot(Corpus.Spec(), turned, Sources, Cancellation)).SequenceEqual(["c/health: a", "c/pay: b"]));
    }

    [Fact]
    public async Task A_search_finds_what_shares_no_word_with_it_beside_what_does()
    {
        SourceDocument[] sources = [.. Sources, Corpus.Source("c", 2)];
        const string Query = "Sickness and medicine near the lock";
        Nearness nearness = await CompareAsync([Query], sources);

        string[] found = [.. Writers.Allotter.Search(sources, Query, 3, nearness, Cancellation).Select(passage => passage.SourceId)];

        Assert.Contains("a", found);
        Assert.Contains("c", found);
        Assert.DoesNotContain("a", Writers.Allotter.Search(sources, Query, 3, Cancellation).Select(passage => passage.SourceId));
    }

    [Fact]
    public async Task Embeddings_that_tell_nothing_apart_change_nothing()
    {
        SourceDocument[] sources = [Corpus.Source("s1", 5), Corpus.Source("s2", 5, offset: 60)];
        Outline outline = Corpus.Outline(Corpus.Section("c/one", 150), Corpus.Section("c/two", 150, SectionRoles.Framework));
        SourceEmbedder blind = new(new MeaningModel("nothing-of-the-kind"));
        SourceEmbeddings[] embeddings = [.. await Task.WhenAll(sources.Select(source => blind.EmbedAsync(source, Cancellation)))];
        Nearness nearness = await blind.CompareAsync(["one", "two"], sources, embeddings, Cancellation);

        Assert.Equal(Given(Writers.Allotter.Allot(Corpus.Spec(), outline, sources, Cancellation)), Given(Writers.Allotter.Allot(Corpus.Spec(), outline, sources, nearness, Cancellation)));
    }

    [Fact]
    public async Task Embeddings_of_other_passages_are_not_taken()
    {
        SourceEmbeddings[] embeddings = [await Embedder.EmbedAsync(Sources[0], Cancellation), await Embedder.EmbedAsync(Corpus.Source("c", 3), Cancellation)];

        await Assert.ThrowsAsync<InvalidDataException>(() => Embedder.CompareAsync(["x"], Sources, embeddings, Cancellation));
        await Assert.ThrowsAsync<InvalidDataException>(() => new SourceEmbedder(new MeaningModel("one")).CompareAsync(
            ["x"], Sources, [embeddings[0], embeddings[0]], Cancellation));
    }

    [Fact]
    public async Task What_is_stored_of_a_source_is_short_and_near_enough()
    {
        float[][] vectors = [[0.6f, 0.8f, 0f], [-0.36f, 0.48f, 0.8f]];

        byte[] stored = HalfVectors.Write(vectors);

        Assert.Equal(12, stored.Length);
        Assert.All(HalfVectors.Read(stored, 3).Zip(vectors), pair => Assert.All(pair.First.Zip(pair.Second), values => Assert.Equal(values.Second, values.First, 3)));
        Assert.Equal(0, (await Embedder.EmbedAsync(Corpus.Source("empty", 0), Cancellation)).Dimensions);
    }

    private static async Task<Nearness> CompareAsync(string[] queries, SourceDocument[] sources)
    {
        SourceEmbeddings[] embeddings = [.. await Task.WhenAll(sources.Select(source => Embedder.EmbedAsync(source, Cancellation)))];
        return await Embedder.CompareAsync(queries, sources, embeddings, Cancellation);
    }

    private static SourceDocument Source(string id, string text) => new(id, id + ".md", id, [new Passage($"{id}#1", id, 1, null, null, text)], []);

    private static string[] Given(IReadOnlyList<SectionAllotment> allotments) =>
        [.. allotments.Select(allotment => $"{allotment.SectionId}: {string.Join(' ', allotment.Passages.Select(passage => passage.SourceId))}")];
}
