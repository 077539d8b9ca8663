using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
using ThesisApp.Core.Planning;
using ThesisApp.Models.Calls;
using ThesisApp.Models.Tests.Support;

namespace ThesisApp.Models.Tests.Calls;

/// <summary>Answers that go on and on: each token comes in time, and the end does not.</summary>
public sealed class EndlessAnswerTests
{
    // Of a token, by the test's clock: less than half of what the time between two of them may be.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    // For what must happen, or the test has failed.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, 15 * 60)]
    [InlineData("00:02:00", 2 * 60)]
    public async Task An_answer_that_drips_without_end_is_given_up_after_the_time_for_the_whole_of_it(string? limit, int seconds)
    {
        FakeTimeProvider time = new();
        CallRecorder recorder = new();
        Task<ChatResponse>? asking = null;
        DateTimeOffset start = time.GetUtcNow();
        await using ScriptedEndpoint endpoint = new(ScriptedEndpoint.Drip("word ", sent =>
        {
            // The clock goes on when the token has been read, so none of them is late.
            bool read = SpinWait.SpinUntil(() => recorder.Progress.Count >= sent || asking is { IsCompleted: true }, Patience);
            time.Advance(Pace);
            return read && asking is not { IsCompleted: true } && time.GetUtcNow() - start < TimeSpan.FromSeconds(2 * seconds);
        }));
        using TestModels models = new(time, $"Endpoint={endpoint.Url}/v1;Key=x;Model=m", [("Models:MaxAttempts", "1"), .. limit is null ? Array.Empty<(string, string)>() : [("Models:AnswerTimeout", limit)]]);
        using CallScope scope = CallScope.Begin(recorder);

        asking = models.Stages.For(ModelStages.Draft).GetResponseAsync("Write.", null, Cancellation);
        ModelCallException exception = await Assert.ThrowsAsync<ModelCallException>(() => asking);

        Assert.Equal((ModelFailureKind.Stalled, true), (exception.Kind, exception.IsPassing));
        Assert.Contains($"no end within {TimeSpan.FromSeconds(seconds)}", exception.Message, StringComparison.Ordinal);
        Assert.Equal(seconds / (int)Pace.TotalSeconds, recorder.Progress.Count);
        Assert.True(time.GetUtcNow() - start >= TimeSpan.FromSeconds(seconds), $"{time.GetUtcNow() - start}");
        Assert.Empty(recorder.Paid);
    }

    [Fact]
    public async Task It_is_asked_for_again_as_any_answer_that_stalls()
    {
        const int Most = 6_000;
        int sent = 0;
        await using ScriptedEndpoint endpoint = new(
            ScriptedEndpoint.Drip("word ", number => !Cancellation.WaitHandle.WaitOne(5) && (sent = number) < Most),
            ScriptedEndpoint.Say("Whole.", "stop"));
        using TestModels models = new($"Endpoint={endpoint.Url}/v1;Key=x;Model=m", ("Models:AnswerTimeout", "00:00:00.500"), ("Models:MaxAttempts", "40"));
        CallRecorder recorder = new();
        using CallScope scope = CallScope.Begin(recorder);

        ChatResponse response = await models.Stages.For(ModelStages.Draft).GetResponseAsync("Write.", null, Cancellation);

        Assert.Equal("Whole.", response.Text);
        Assert.True(sent < Most, "Nobody gave up.");
        Assert.True(endpoint.Bodies.Count >= 2);
        Assert.Equal(endpoint.Bodies.First(), endpoint.Bodies.Last());
        Assert.Single(recorder.Paid);
    }
}
