using System.Text.Json;
using Microsoft.Extensions.AI;
using ThesisApp.Core.Planning;
using ThesisApp.Models.Calls;
using ThesisApp.Models.Tests.Support;

namespace ThesisApp.Models.Tests.Calls;

/// <summary>What an endpoint or a model declines, and what becomes of the call.</summary>
public sealed class RefusalTests
{
    private const string Chunk = "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":0,\"model\":\"m\",\"choices\":[";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "{\"error\":{\"code\":\"context_length_exceeded\",\"message\":\"This model's maximum context length is 8192 tokens.\"}}", ModelFailureKind.TooLong, 1)]
    [InlineData(400, "{\"error\":{\"type\":\"exceed_context_size_error\",\"message\":\"the request exceeds the available context size\"}}", ModelFailureKind.TooLong, 1)]
    [InlineData(400, "{\"error\":{\"message\":\"prompt is too long: 210000 tokens > 200000 maximum\"}}", ModelFailureKind.TooLong, 1)]
    [InlineData(413, "{}", ModelFailureKind.TooLong, 1)]
    [InlineData(400, "{\"error\":{\"code\":\"content_filter\",\"message\":\"The response was filtered.\"}}", ModelFailureKind.Refused, 2)]
    [InlineData(400, "{\"error\":{\"message\":\"Unknown parameter.\"}}", ModelFailureKind.Rejected, 1)]
    [InlineData(422, "{\"detail\":\"Unknown parameter.\"}", ModelFailureKind.Rejected, 1)]
    [InlineData(401, "{}", ModelFailureKind.Denied, 1)]
    [InlineData(402, "{\"error\":{\"message\":\"Insufficient balance\"}}", ModelFailureKind.Denied, 1)]
    [InlineData(403, "{\"error\":{\"message\":\"The project has no access to the model.\"}}", ModelFailureKind.Denied, 1)]
    [InlineData(403, "{\"error\":{\"message\":\"The model requires moderation and your input was flagged.\"}}", ModelFailureKind.Refused, 2)]
    [InlineData(404, "{\"error\":{\"message\":\"The model does not exist.\"}}", ModelFailureKind.Denied, 1)]
    [InlineData(405, "", ModelFailureKind.Denied, 1)]
    [InlineData(408, "{}", ModelFailureKind.ServerError, 3)]
    [InlineData(429, "{}", ModelFailureKind.RateLimited, 3)]
    [InlineData(500, "{}", ModelFailureKind.ServerError, 3)]
    [InlineData(529, "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}", ModelFailureKind.ServerError, 3)]
    public async Task What_an_endpoint_answers_has_its_class_and_only_what_may_pass_is_tried_again(int status, string body, object kind, int attempts)
    {
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Refuse(status, body));
        using TestModels models = Models(endpoint, ("Models:MaxAttempts", "3"));

        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => AskAsync(models));

        Assert.Equal(kind, exception.Kind);
        Assert.Equal(attempts, endpoint.Bodies.Count);
    }

    [Theory]
    [InlineData(401, "The key in the connection string 'judge' is wrong")]
    [InlineData(403, "The key in the connection string 'judge' is wrong")]
    [InlineData(402, "has no credit")]
    [InlineData(404, "There is no such address or model.")]
    public async Task Who_is_not_let_in_is_told_which_setting_to_mend_and_not_the_key(int status, string advice)
    {
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Refuse(status, "{\"error\":\"No, sk-very-secret.\"}"));
        using TestModels models = new(
            "Endpoint=http://127.0.0.1:1/v1;Key=x;Model=m", ("ConnectionStrings:judge", $"Endpoint={endpoint.Url}/v1;Key=sk-very-secret;Model=m"), ("Models:Stages:draft:Connection", "judge"));

        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => AskAsync(models));

        Assert.Contains(advice, exception.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__judge", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-very-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_refuses_in_so_many_words_is_asked_once_more_and_no_oftener()
    {
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Stream(
            $"{Chunk}{{\"index\":0,\"delta\":{{\"role\":\"assistant\",\"refusal\":\"I cannot \"}},\"finish_reason\":null}}]}}\n\n{Chunk}{{\"index\":0,\"delta\":{{\"refusal\":\"help with that.\"}},\"finish_reason\":null}}]}}\n\n{Chunk}{{\"index\":0,\"delta\":{{}},\"finish_reason\":\"stop\"}}]}}\n\ndata: [DONE]\n\n"));
        using TestModels models = Models(endpoint);

        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => AskAsync(models));

        Assert.Equal(ModelFailureKind.Refused, exception.Kind);
        Assert.Contains("I cannot help with that.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, endpoint.Bodies.Count);
    }

    [Fact]
    public async Task A_refusal_in_Anthropics_form_is_one_too()
    {
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Stream(
            "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":7,\"output_tokens\":1}}}\n\n"
            + "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"refusal\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":1}}\n\n"
            + "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"));
        using TestModels models = new($"Endpoint={endpoint.Url};Key=x;Model=m;Provider=anthropic");

        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => AskAsync(models));

        Assert.Equal(ModelFailureKind.Refused, exception.Kind);
        Assert.Equal(2, endpoint.Bodies.Count);
    }

    [Fact]
    public async Task What_an_endpoint_does_not_take_is_left_out_then_and_from_then_on()
    {
        await using ScriptedEndpoint endpoint = new(
            ScriptedEndpoint.Refuse(400, "{\"error\":{\"message\":\"Unsupported value: 'temperature' does not support 0.3 with this model.\",\"param\":\"temperature\"}}"),
            ScriptedEndpoint.Refuse(400, "{\"error\":{\"message\":\"response_format of type json_schema is not supported\"}}"),
            ScriptedEndpoint.Say("It holds.", "stop"));
        using TestModels models = Models(endpoint);
        ChatOptions options = new()
        {
            Temperature = 0.3f,
            ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonElement.Parse("{\"type\":\"object\"}"), "Answer"),
        };

        ChatResponse first = await AskAsync(models, options);
        ChatResponse second = await AskAsync(models, options, "And this?");

        Assert.Equal(("It holds.", "It holds."), (first.Text, second.Text));
        Assert.Equal([(true, true), (false, true), (false, false), (false, false)], endpoint.Bodies.Select(body => (body.Contains("temperature", StringComparison.Ordinal), body.Contains("response_format", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task What_is_left_out_is_not_asked_for_without_end()
    {
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Refuse(400, "{\"error\":{\"message\":\"temperature, response_format: no.\"}}"));
        using TestModels models = Models(endpoint);

        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => AskAsync(models, new ChatOptions { Temperature = 0.3f }));

        Assert.Equal(ModelFailureKind.Rejected, exception.Kind);
        Assert.Equal(2, endpoint.Bodies.Count);
    }

    private static TestModels Models(ScriptedEndpoint endpoint, params (string Key, string Value)[] settings) => new($"Endpoint={endpoint.Url}/v1;Key=x;Model=m", settings);

    private static Task<ChatResponse> AskAsync(TestModels models, ChatOptions? options = null, string question = "Does it hold?") =>
        models.Stages.For(ModelStages.Draft).GetResponseAsync(question, options, Cancellation);
}
