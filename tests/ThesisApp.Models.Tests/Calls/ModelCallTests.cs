using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.AI;
using ThesisApp.Core.Planning;
using ThesisApp.Models.Calls;
using ThesisApp.Models.Tests.Support;
using ThesisApp.Models.Usage;
using ThesisApp.TestSupport.Models;

namespace ThesisApp.Models.Tests.Calls;

/// <summary>Calls over the wire, to a model that is a process of its own.</summary>
public sealed class ModelCallTests
{
    private const string Prompt = "Task: frame\nTitle: Deltas\nWords: 60";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Endpoint={0}/v1;Key=x;Model=sim")]
    [InlineData("Endpoint={0}/openai/v1;Key=x;Model=sim;Provider=azure")]
    [InlineData("Endpoint={0};Key=x;Model=sim;Provider=anthropic")]
    [InlineData("Endpoint={0};Model=sim;Provider=ollama")]
    public async Task Every_provider_answers_by_its_connection_string_alone(string connection)
    {
        await using SimulatedModel model = await SimulatedModel.StartAsync(Cancellation);
        using FollowedCalls calls = new(model, new TestModels(
            string.Format(CultureInfo.InvariantCulture, connection, model.Url),
            ("Models:Prices:0:Model", "si*"), ("Models:Prices:0:Input", "1000000"), ("Models:Prices:0:Output", "2000000")));

        ChatResponse response = await calls.Models.Stages.For(ModelStages.Frame).GetResponseAsync([new ChatMessage(ChatRole.System, "You write."), new ChatMessage(ChatRole.User, Prompt)], null, Cancellation);

        Assert.Contains("Deltas", response.Text, StringComparison.Ordinal);
        ServedAccount account = await model.ReadAccountAsync(Cancellation);
        CallUsage paid = Assert.Single(calls.Recorder.Paid);
        Assert.Equal((account.InputTokens, account.OutputTokens), (paid.InputTokens, paid.OutputTokens));
        Assert.Equal(paid.InputTokens + (2 * paid.OutputTokens), paid.Cost);
        Assert.Equal(response.Text.Length, calls.Recorder.Progress.Max());
    }

    [Theory]
    [InlineData("429-retry-after")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("cut")]
    [InlineData("stall")]
    [InlineData("empty")]
    public async Task A_passing_fault_is_overcome_and_paid_for_once(string fault)
    {
        // Half of the attempts fail: with so many requests some must.
        await using SimulatedModel model = await SimulatedModel.StartAsync(Cancellation, "--fault-rate", "0.5", "--faults", fault, "--retry-after-ms", "5");
        using FollowedCalls calls = new(model, new TestModels(
            model.ConnectionString, ("Models:FirstTokenTimeout", "00:00:02"), ("Models:TokenTimeout", "00:00:00.200"), ("Models:MaxAttempts", "40")));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => calls.Models.Stages.For(ModelStages.Draft).GetResponseAsync($"{Prompt}\nNumber: {i}", null, Cancellation)));

        Assert.Equal(6, (await calls.MustHaveOvercomeAsync(fault, Cancellation)).Completed);
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 2)]
    public async Task A_known_answer_is_not_asked_for_again_unless_answers_are_not_kept(string cacheAnswers, int attempts)
    {
        await using SimulatedModel model = await SimulatedModel.StartAsync(Cancellation);
        using TestModels models = new(model.ConnectionString, ("Models:CacheAnswers", cacheAnswers));

        ChatResponse first = await models.Stages.For(ModelStages.Draft).GetResponseAsync(Prompt, null, Cancellation);
        ChatResponse second = await models.Stages.For(ModelStages.Draft).GetResponseAsync(Prompt, null, Cancellation);

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(attempts, (await model.ReadAccountAsync(Cancellation)).Attempts);
    }

    [Fact]
    public async Task A_key_that_is_not_taken_fails_at_once_and_is_not_printed()
    {
        await using SimulatedModel model = await SimulatedModel.StartAsync(Cancellation);
        using TestModels models = new($"Endpoint={model.Url}/v2;Key=sk-very-secret;Model=sim");

        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => models.Stages.For(ModelStages.Draft).GetResponseAsync(Prompt, null, Cancellation));

        Assert.Equal(ModelFailureKind.Denied, exception.Kind);
        Assert.Contains("404", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-very-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_is_called_unreachable()
    {
        using TestModels models = new("Endpoint=http://127.0.0.1:1/v1;Key=x;Model=sim", ("Models:MaxAttempts", "2"));

        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => models.Stages.For(ModelStages.Draft).GetResponseAsync(Prompt, null, Cancellation));

        Assert.Equal(ModelFailureKind.Unreachable, exception.Kind);
        Assert.True(exception.IsPassing);
    }

    [Fact]
    public async Task A_stage_can_have_a_model_and_an_endpoint_of_its_own()
    {
        await using SimulatedModel first = await SimulatedModel.StartAsync(Cancellation);
        await using SimulatedModel second = await SimulatedModel.StartAsync(Cancellation);
        using TestModels models = new(
            first.ConnectionString,
            ("ConnectionStrings:judge", second.ConnectionString),
            ("Models:Stages:review:Connection", "judge"),
            ("Models:Stages:review:Model", "strict"));

        await models.Stages.For(ModelStages.Review).GetResponseAsync(Prompt, null, Cancellation);

        Assert.Equal("strict", models.Stages.NameOf(ModelStages.Review));
        Assert.Equal("sim", models.Stages.NameOf(ModelStages.Draft));
        Assert.Equal(0, (await first.ReadAccountAsync(Cancellation)).Attempts);
        Assert.Equal(1, (await second.ReadAccountAsync(Cancellation)).Attempts);
    }

    [Fact]
    public async Task A_call_is_a_span_and_a_measurement_by_the_conventions_for_generative_AI()
    {
        ConcurrentDictionary<string, double> measured = new(StringComparer.Ordinal);
        using MeterListener meters = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "ThesisApp.Models")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Measure(instrument, value, tags));
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measure(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measure(instrument, value, tags));
        meters.Start();
        List<Activity> spans = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "ThesisApp.Models",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using SimulatedModel model = await SimulatedModel.StartAsync(Cancellation);
        using TestModels models = new($"Endpoint={model.Url}/v1;Key=x;Model=observed");

        await models.Stages.For(ModelStages.Draft).GetResponseAsync(Prompt, null, Cancellation);

        Activity span;
        lock (spans)
        {
            span = Assert.Single(spans, span => span.GetTagItem("gen_ai.request.model") as string == "observed");
        }

        Assert.Equal("chat observed", span.DisplayName);
        Assert.NotNull(span.GetTagItem("gen_ai.usage.output_tokens"));
        ServedAccount account = await model.ReadAccountAsync(Cancellation);
        Assert.Equal(account.InputTokens + account.OutputTokens, measured["gen_ai.client.token.usage"]);
        Assert.True(measured["gen_ai.client.operation.duration"] > 0);

        void Measure(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (KeyValuePair<string, object?> tag in tags)
            {
                if (tag is { Key: "gen_ai.request.model", Value: "observed" })
                {
                    measured.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value);
                }
            }
        }
    }
}
