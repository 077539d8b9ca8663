using System.Globalization;
using ThesisApp.Core.Connections;
using ThesisApp.Core.Planning;
using ThesisApp.Models.Calls;
using ThesisApp.Models.Tests.Support;
using ThesisApp.Models.Usage;
using ThesisApp.TestSupport.Models;

namespace ThesisApp.Models.Tests.Embeddings;

/// <summary>Embeddings over the wire, from a model that is a process of its own.</summary>
public sealed class EmbeddingCallTests
{
    private const string Chat = "Endpoint=http://127.0.0.1:1/v1;Key=x;Model=none";

    private static readonly string[] Texts = ["The boats carried grain.", "Vessels carried grain.", "Ledgers were kept in the office of the treasurer."];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Endpoint={0}/v1;Key=x;Model=sim")]
    [InlineData("Endpoint={0}/openai/v1;Key=x;Model=sim;Provider=azure")]
    [InlineData("Endpoint={0};Model=sim;Provider=ollama")]
    public async Task Every_provider_that_has_embeddings_gives_them_by_its_connection_string_alone_and_is_paid(string connection)
    {
        await using SimulatedModel model = await SimulatedModel.StartAsync(Cancellation);
        using FollowedCalls calls = new(model, Models(
            string.Format(CultureInfo.InvariantCulture, connection, model.Url), ("Models:Prices:0:Model", "si*"), ("Models:Prices:0:Input", "1000000")));

        IReadOnlyList<float[]> vectors = await calls.Models.Embeddings.EmbedAsync(Texts, Cancellation);

        Assert.Equal(3, vectors.Count);
        Assert.All(vectors, vector => Assert.Equal(1, vector.Sum(value => value * value), 3));
        Assert.True(Cosine(vectors[0], vectors[1]) > 0.5 && Cosine(vectors[0], vectors[2]) < 0.3, $"{Cosine(vectors[0], vectors[1])}, {Cosine(vectors[0], vectors[2])}");
        ServedAccount account = await model.ReadAccountAsync(Cancellation);
        CallUsage paid = Assert.Single(calls.Recorder.Paid);
        Assert.Equal((ModelStages.Embed, account.InputTokens, 0L, (decimal)account.InputTokens), (paid.Stage, paid.InputTokens, paid.OutputTokens, paid.Cost));
    }

    [Theory]
    [InlineData("429-retry-after")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("cut")]
    [InlineData("stall")]
    [InlineData("empty")]
    [InlineData("malformed-json")]
    public async Task A_passing_fault_is_overcome_and_paid_for_once(string fault)
    {
        // Half of the attempts fail: with so many batches some must.
        await using SimulatedModel model = await SimulatedModel.StartAsync(Cancellation, "--fault-rate", "0.5", "--faults", fault, "--retry-after-ms", "5");
        using FollowedCalls calls = new(model, Models(model.ConnectionString, ("Models:EmbeddingTimeout", "00:00:00.400"), ("Models:MaxAttempts", "40"), ("Models:EmbeddingBatch", "2")));

        IReadOnlyList<float[]> vectors = await calls.Models.Embeddings.EmbedAsync([.. Enumerable.Range(0, 13).Select(i => $"Text number {i}.")], Cancellation);

        Assert.Equal(13, vectors.Count);
        Assert.Equal(7, (await calls.MustHaveOvercomeAsync(fault, Cancellation)).Requests.Count);
    }

    [Fact]
    public async Task A_text_whose_embedding_is_known_is_not_asked_for_again()
    {
        await using SimulatedModel model = await SimulatedModel.StartAsync(Cancellation);
        using TestModels models = Models(model.ConnectionString);

        IReadOnlyList<float[]> first = await models.Embeddings.EmbedAsync(Texts, Cancellation);
        long before = (await model.ReadAccountAsync(Cancellation)).InputTokens;
        IReadOnlyList<float[]> second = await models.Embeddings.EmbedAsync([Texts[2], "New.", Texts[0]], Cancellation);

        Assert.Equal(first[2], second[0]);
        Assert.Equal(first[0], second[2]);
        ServedAccount account = await model.ReadAccountAsync(Cancellation);
        Assert.Equal((2, 1L), (account.Attempts, account.InputTokens - before));
    }

    [Fact]
    public async Task Vectors_as_lists_of_numbers_are_read_as_well()
    {
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Refuse(200, """{"object":"list","data":[{"object":"embedding","index":0,"embedding":[3.0,4]}],"model":"m","usage":{"prompt_tokens":1,"total_tokens":1}}"""));
        using TestModels models = Models($"Endpoint={endpoint.Url}/v1;Key=x;Model=m");

        float[] vector = Assert.Single(await models.Embeddings.EmbedAsync(["One."], Cancellation));

        Assert.True(vector is [0.6f, 0.8f], string.Join(' ', vector));
    }

    [Theory]
    [InlineData("""{"object":"list","data":[{"object":"embedding","index":0,"embedding":[1,0]}],"model":"m","usage":{"prompt_tokens":1,"total_tokens":1}}""")]
    [InlineData("""{"object":"list","data":[{"object":"embedding","index":0,"embedding":[1,0]},{"object":"embedding","index":1,"embedding":[1]}],"model":"m","usage":{"prompt_tokens":1,"total_tokens":1}}""")]
    [InlineData("""{"object":"list","data":[{"object":"embedding","index":0,"embedding":[1,0]},{"object":"embedding","index":1,"embedding":[0,0]}],"model":"m","usage":{"prompt_tokens":1,"total_tokens":1}}""")]
    [InlineData("""{"object":"list","data":[{"object":"embedding","index":0,"embedding":"AAAA"}]""")]
    public async Task What_is_not_one_vector_for_each_text_is_no_answer(string body)
    {
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Refuse(200, body));
        using TestModels models = Models($"Endpoint={endpoint.Url}/v1;Key=x;Model=m", ("Models:MaxAttempts", "2"));

        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => models.Embeddings.EmbedAsync(["One.", "Two."], Cancellation));

        Assert.Equal((ModelFailureKind.Malformed, 2), (exception.Kind, endpoint.Keys.Count));
    }

    [Fact]
    public async Task A_key_that_is_not_taken_fails_at_once_and_is_not_printed()
    {
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Refuse(401, "{\"error\":{\"message\":\"Incorrect key: sk-very-secret\"}}"));
        using TestModels models = Models($"Endpoint={endpoint.Url}/v1;Key=sk-very-secret;Model=m");

        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => models.Embeddings.EmbedAsync(Texts, Cancellation));

        Assert.Equal((ModelFailureKind.Denied, 1), (exception.Kind, endpoint.Keys.Count));
        Assert.DoesNotContain("sk-very-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_provider_without_embeddings_is_refused_at_start()
    {
        ModelConnectionException exception = Assert.Throws<ModelConnectionException>(() => Models("Endpoint=https://api.anthropic.com;Key=x;Model=m").Dispose());

        Assert.Contains("no embeddings", exception.Message, StringComparison.Ordinal);
    }

    private static TestModels Models(string embeddings, params (string Key, string Value)[] settings) => new(Chat, [("ConnectionStrings:embeddings", embeddings), .. settings]);

    private static double Cosine(float[] one, float[] other) => one.Zip(other, (a, b) => (double)a * b).Sum();
}
