using Microsoft.Extensions.Time.Testing;
using ThesisApp.Orchestrator.Pool;

namespace ThesisApp.Orchestrator.Tests.Pool;

public sealed class StartPauseTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly PoolOptions _options = new() { FirstPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromSeconds(10) };

    [Fact]
    public void Nothing_is_held_back_before_a_start_has_failed() => Assert.True(new StartPause(_options, _time).IsOver);

    [Fact]
    public void Each_failure_in_a_row_doubles_the_pause_up_to_the_longest()
    {
        StartPause pause = new(_options, _time);

        foreach (double ceiling in new[] { 1, 2, 4, 8, 10, 10 })
        {
            TimeSpan length = pause.Fail()!.Value;
            Assert.InRange(length.TotalSeconds, ceiling / 2, ceiling);
            Assert.False(pause.IsOver);
            _time.Advance(length);
            Assert.True(pause.IsOver);
        }
    }

    [Fact]
    public void Several_failures_of_one_batch_are_one()
    {
        StartPause pause = new(_options, _time);

        Assert.NotNull(pause.Fail());
        Assert.Null(pause.Fail());
    }

    [Fact]
    public void A_success_ends_it()
    {
        StartPause pause = new(_options, _time);
        pause.Fail();

        pause.Succeed();

        Assert.True(pause.IsOver);
        Assert.InRange(pause.Fail()!.Value.TotalSeconds, 0.5, 1);
    }
}
