using Microsoft.Extensions.AI;
using ThesisApp.Core.Planning;
using ThesisApp.Models.Calls;
using ThesisApp.Models.Tests.Support;
using ThesisApp.Models.Usage;

namespace ThesisApp.Models.Tests.Calls;

/// <summary>Answers that a well-behaved model does not give.</summary>
public sealed class EndpointAnswerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_answer_that_was_cut_off_is_asked_for_with_twice_as_many_tokens_and_each_is_charged()
    {
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Say(string.Empty, "length"), ScriptedEndpoint.Say("It holds.", "stop"));
        using TestModels models = Models(endpoint);
        CallRecorder recorder = new();
        using CallScope scope = CallScope.Begin(recorder);

        Assert.Equal("It holds.", (await AskAsync(models)).Text);
        Assert.Equal([(7, 3), (7, 3)], recorder.Paid.Select(paid => (paid.InputTokens, paid.OutputTokens)));
    }

    [Fact]
    public async Task Where_twice_as_many_are_not_to_be_had_the_whole_sentences_of_the_first_answer_are_kept()
    {
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Say("It holds. It also", "length"), ScriptedEndpoint.Refuse(400, "max_tokens is too large"));
        using TestModels models = Models(endpoint);

        Assert.Equal("It holds.", (await AskAsync(models)).Text);
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_twice_loses_its_unfinished_sentence()
    {
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Say("It holds. It", "length"), ScriptedEndpoint.Say("It holds. It does so well. And", "length"));
        using TestModels models = Models(endpoint);

        Assert.Equal("It holds. It does so well.", (await AskAsync(models)).Text);
    }

    [Theory]
    [InlineData("Retry-After", "0", null)]
    [InlineData("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT", null)]
    [InlineData("retry-after-ms", "0", null)]
    [InlineData("Retry-After", "7", 7)]
    [InlineData("Retry-After", "86400", 600)]
    public async Task A_pause_that_is_none_or_without_end_is_not_taken_at_its_word(string header, string value, int? seconds)
    {
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Refuse(429, "{}", (header, value)));
        using TestModels models = Models(endpoint, ("Models:MaxAttempts", "1"));

        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => AskAsync(models));

        Assert.Equal(ModelFailureKind.RateLimited, exception.Kind);
        Assert.Equal(seconds, (int?)exception.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task A_key_is_not_carried_to_where_an_endpoint_redirects()
    {
        await using ScriptedEndpoint other = new(ScriptedEndpoint.Say("Mine.", "stop"));
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Refuse(307, string.Empty, ("Location", other.Url + "/v1/chat/completions")));
        using TestModels models = new($"Endpoint={endpoint.Url}/v1;Key=sk-very-secret;Model=m;Provider=azure");

        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => AskAsync(models));

        Assert.Equal(ModelFailureKind.Denied, exception.Kind);
        Assert.Equal(["sk-very-secret"], endpoint.Keys);
        Assert.Empty(other.Keys);
    }

    [Fact]
    public async Task A_key_that_the_endpoint_quotes_is_not_printed()
    {
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Refuse(401, "{\"error\":{\"message\":\"Incorrect key: sk-very-secret\"}}"));
        using TestModels models = new($"Endpoint={endpoint.Url}/v1;Key=sk-very-secret;Model=m");

        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => AskAsync(models));

        Assert.Contains("Incorrect key: ***", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-very-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stages_with_the_same_model_and_different_keys_each_send_their_own()
    {
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Say("It holds.", "stop"));
        using TestModels models = new($"Endpoint={endpoint.Url}/v1;Key=one;Model=m", ("ConnectionStrings:judge", $"Endpoint={endpoint.Url}/v1;Key=two;Model=m"), ("Models:Stages:review:Connection", "judge"));

        await models.Stages.For(ModelStages.Draft).GetResponseAsync("First?", null, Cancellation);
        await models.Stages.For(ModelStages.Review).GetResponseAsync("Second?", null, Cancellation);

        Assert.Equal(["Bearer one", "Bearer two"], endpoint.Keys);
    }

    [Fact]
    public async Task An_answer_whose_price_could_not_be_told_is_kept_all_the_same()
    {
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Say("It holds.", "stop"));
        using TestModels models = Models(endpoint);
        using (CallScope.Begin(new BrokenAccount()))
        {
            await Assert.ThrowsAsync<IOException>(() => AskAsync(models));
        }

        Assert.Equal("It holds.", (await AskAsync(models)).Text);
        Assert.Single(endpoint.Keys);
    }

    [Fact]
    public void A_price_table_knows_what_it_has_no_line_for()
    {
        PriceTable prices = new([new ModelPriceOptions { Model = "gpt*", Input = 0, Output = 0 }]);

        Assert.True(prices.Has("gpt-x"));
        Assert.False(prices.Has("other"));
    }

    private static TestModels Models(ScriptedEndpoint endpoint, params (string Key, string Value)[] settings) => new($"Endpoint={endpoint.Url}/v1;Key=x;Model=m", settings);

    private static Task<ChatResponse> AskAsync(TestModels models) => models.Stages.For(ModelStages.Draft).GetResponseAsync("Does it hold?", null, Cancellation);

    private sealed class BrokenAccount : ICallObserver
    {
        public Task StartingAsync(string model, bool hasPrice, CancellationToken cancellationToken) => Task.CompletedTask;

        public void Writing(string stage, int characters)
        {
        }

        public Task PaidAsync(CallUsage usage, CancellationToken cancellationToken) => throw new IOException("The store is away.");
    }
}
