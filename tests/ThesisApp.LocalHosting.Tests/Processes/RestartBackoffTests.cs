using ThesisApp.LocalHosting.Processes;

namespace ThesisApp.LocalHosting.Tests.Processes;

public sealed class RestartBackoffTests
{
    private readonly RestartBackoff _backoff = new();

    [Fact]
    public void The_pause_doubles_with_each_death_up_to_ten_seconds()
    {
        double[] seconds = [.. Enumerable.Range(0, 8).Select(_ => _backoff.Next(TimeSpan.FromSeconds(1)).TotalSeconds)];

        Assert.Equal([0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 10, 10], seconds);
    }

    [Fact]
    public void A_process_that_lived_long_is_started_again_after_the_first_pause()
    {
        _backoff.Next(TimeSpan.FromSeconds(1));
        _backoff.Next(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(0.2), _backoff.Next(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void The_pause_stays_within_its_limit_after_any_number_of_deaths()
    {
        TimeSpan[] pauses = [.. Enumerable.Range(0, 5_000).Select(_ => _backoff.Next(TimeSpan.Zero))];

        Assert.Equal(TimeSpan.FromSeconds(10), pauses.Max());
    }
}
