using ThesisApp.Coordination.Pool;
using ThesisApp.Orchestrator.Pool;

namespace ThesisApp.Orchestrator.Tests.Pool;

public sealed class PoolSizeTests
{
    private static readonly PoolOptions Options = new() { Min = 0, Max = 20, Horizon = TimeSpan.FromSeconds(1) };

    [Fact]
    public void Nothing_to_do_is_worth_nobody() => Assert.Equal(0, PoolSize.Of(Demand(ready: 0, leased: 0), Options));

    [Fact]
    public void Nothing_to_do_is_worth_as_many_as_are_kept_always() => Assert.Equal(3, PoolSize.Of(Demand(ready: 0, leased: 0), new PoolOptions { Min = 3, Max = 20 }));

    [Fact]
    public void Many_tasks_are_worth_no_more_than_there_may_be() => Assert.Equal(20, PoolSize.Of(Demand(ready: 500, leased: 0, secondsEach: 30), Options));

    [Fact]
    public void Long_tasks_are_worth_one_each() => Assert.Equal(7, PoolSize.Of(Demand(ready: 5, leased: 2, secondsEach: 30), Options));

    [Fact]
    public void Short_tasks_are_worth_as_many_as_get_through_them_in_time() => Assert.Equal(2, PoolSize.Of(Demand(ready: 15, leased: 0, secondsEach: 0.1), Options));

    [Fact]
    public void A_task_of_a_moment_is_worth_one() => Assert.Equal(1, PoolSize.Of(Demand(ready: 1, leased: 0, secondsEach: 0.001), Options));

    [Fact]
    public void Before_any_task_was_done_the_expected_cost_decides()
    {
        PoolDemand cheap = new(Ready: 12, Leased: 0, ReadyCost: 60, TimeSpan.Zero, SampleCost: 0);
        PoolDemand dear = new(Ready: 12, Leased: 0, ReadyCost: 6_000, TimeSpan.Zero, SampleCost: 0);

        Assert.Equal((2, 12), (PoolSize.Of(cheap, Options), PoolSize.Of(dear, Options)));
    }

    private static PoolDemand Demand(int ready, int leased, double secondsEach = 1) => new(ready, leased, ready * 100, TimeSpan.FromSeconds(secondsEach * 10), SampleCost: 1_000);
}
