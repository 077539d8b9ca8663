using System.Diagnostics;
using StackExchange.Redis;
using ThesisApp.Coordination.RateLimits;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.RateLimits;

/// <summary>One budget for all; the same for every store. Bounds on times are those that must hold however slow the machine is: a call may come later than allowed, never earlier.</summary>
public abstract class RateLimiterTests(StoreFixture store) : StoreTest(store)
{
    // 600 requests a minute are one each 100 ms; the burst lets two go at once.
    private static readonly RateLimit Requests = new("model", 600, 0, TimeSpan.FromMilliseconds(200));

    [Fact]
    public async Task Calls_within_the_burst_go_at_once_and_later_ones_keep_the_rate()
    {
        await using CoordinationHost host = new(Store);
        long start = Stopwatch.GetTimestamp();

        for (int i = 0; i < 7; i++)
        {
            await host.RateLimits.AcquireAsync(Requests, 0, Cancellation);
        }

        // The first two are free, the five others 100 ms apart.
        Assert.True(Stopwatch.GetElapsedTime(start) > TimeSpan.FromMilliseconds(490));
    }

    [Fact]
    public async Task Agents_that_ask_at_once_share_one_budget()
    {
        await using CoordinationHost one = new(Store);
        await using CoordinationHost other = new(Store);
        long start = Stopwatch.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? one : other).RateLimits.AcquireAsync(Requests, 0, Cancellation)));

        Assert.True(Stopwatch.GetElapsedTime(start) > TimeSpan.FromMilliseconds(990));
    }

    [Fact]
    public async Task Tokens_are_limited_as_requests_are()
    {
        await using CoordinationHost host = new(Store);
        RateLimit tokens = new("model", 0, 60_000, TimeSpan.FromMilliseconds(100));
        long start = Stopwatch.GetTimestamp();

        await host.RateLimits.AcquireAsync(tokens, 100, Cancellation);
        await host.RateLimits.AcquireAsync(tokens, 400, Cancellation);

        // The first hundred are the burst; before the larger call everything is paid off: 100 ms.
        Assert.True(Stopwatch.GetElapsedTime(start) > TimeSpan.FromMilliseconds(95));
    }

    [Fact]
    public async Task A_call_that_took_less_than_was_estimated_gives_the_rest_back()
    {
        await using CoordinationHost host = new(Store);
        RateLimit tokens = new("model", 0, 60_000, TimeSpan.Zero);
        RateGrant grant = await host.RateLimits.AcquireAsync(tokens, 600_000, Cancellation);

        await host.RateLimits.SettleAsync(grant, 10, Cancellation);

        // Ten minutes' worth would have to be waited for otherwise.
        await host.RateLimits.AcquireAsync(tokens, 1, Cancellation).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
    }

    [Fact]
    public async Task A_call_that_took_more_makes_the_next_one_wait()
    {
        await using CoordinationHost host = new(Store);
        RateLimit tokens = new("model", 0, 60_000, TimeSpan.Zero);
        RateGrant grant = await host.RateLimits.AcquireAsync(tokens, 1, Cancellation);
        long start = Stopwatch.GetTimestamp();

        await host.RateLimits.SettleAsync(grant, 500, Cancellation);
        double owed = Owed("tokens");
        await host.RateLimits.AcquireAsync(tokens, 1, Cancellation);

        Assert.True(Stopwatch.GetElapsedTime(start) > TimeSpan.FromMilliseconds(owed - 5), $"{owed} ms were owed.");
    }

    [Fact]
    public async Task An_endpoint_that_asks_for_a_pause_is_left_alone_by_those_who_wait_too()
    {
        await using CoordinationHost host = new(Store);
        RateLimit slow = new("model", 20, 0, TimeSpan.Zero);
        await host.RateLimits.AcquireAsync(slow, 0, Cancellation);
        Task<RateGrant> waiting = host.RateLimits.AcquireAsync(slow, 0, Cancellation);
        long start = Stopwatch.GetTimestamp();

        await host.RateLimits.HoldAsync(slow, TimeSpan.FromSeconds(4), Cancellation);

        // It would have gone after three seconds; its grant is void by then, and the new one is for after the pause.
        Assert.Equal("1", (await waiting).Epoch);
        Assert.True(Stopwatch.GetElapsedTime(start) > TimeSpan.FromSeconds(3.9));
    }

    [Fact]
    public async Task A_shorter_pause_does_not_cut_a_longer_one_short()
    {
        await using CoordinationHost host = new(Store);
        await host.RateLimits.HoldAsync(Requests, TimeSpan.FromMinutes(5), Cancellation);
        await host.RateLimits.HoldAsync(Requests, TimeSpan.FromMilliseconds(1), Cancellation);

        using CancellationTokenSource soon = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        soon.CancelAfter(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.RateLimits.AcquireAsync(Requests, 0, soon.Token));
    }

    [Fact]
    public async Task Who_stops_waiting_gives_back_what_was_taken()
    {
        await using CoordinationHost host = new(Store);
        RateLimit tokens = new("model", 0, 60_000, TimeSpan.Zero);
        await host.RateLimits.AcquireAsync(tokens, 100, Cancellation);
        using CancellationTokenSource soon = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        soon.CancelAfter(TimeSpan.FromMilliseconds(20));

        // The first call is not paid off yet, so this one waits, and would keep all others waiting for ten minutes.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.RateLimits.AcquireAsync(tokens, 600_000, soon.Token));

        Assert.True(Owed("tokens") < 60_000);
    }

    [Fact]
    public async Task Who_has_gone_before_the_first_answer_gives_back_what_was_taken()
    {
        await using CoordinationHost host = new(Store);
        RateLimit tokens = new("model", 0, 60_000, TimeSpan.Zero);
        bool gone = false;
        for (int i = 0; i < 100 && !gone; i++)
        {
            using CancellationTokenSource at = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            Task<RateGrant> asking = host.RateLimits.AcquireAsync(tokens, 600_000, at.Token);
            await at.CancelAsync();
            try
            {
                // The answer was here first: the call was granted, and all others would wait for ten minutes.
                await host.RateLimits.SettleAsync(await asking, 0, Cancellation);
            }
            catch (OperationCanceledException)
            {
                gone = true;
            }
        }

        Assert.True(gone, "The store always answered before the caller had gone.");
        Assert.True(Owed("tokens") < 60_000);
    }

    [Fact]
    public async Task Another_endpoint_has_a_budget_of_its_own()
    {
        await using CoordinationHost host = new(Store);
        await host.RateLimits.HoldAsync(Requests, TimeSpan.FromMinutes(5), Cancellation);

        await host.RateLimits.AcquireAsync(Requests with { Endpoint = "another" }, 0, Cancellation).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
    }

    // Milliseconds from now to the bucket's theoretical arrival time.
    private double Owed(string field)
    {
        IDatabase database = Store.Connection.GetDatabase();
        double arrival = (double)database.HashGet("thesis:rate:model", field);
        return (arrival / 1000) - TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
    }
}
