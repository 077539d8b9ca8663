using ThesisApp.Coordination.Pool;
using ThesisApp.Orchestrator.Pool;

namespace ThesisApp.Orchestrator.Tests.Pool;

public sealed class PoolSizeTests
{
    private static readonly PoolOptions Options = new() { Min = 0, Max = 20, Horizon = TimeSpan.FromSeconds(1) };

    [Fact]
    public void Nothing_to_do_is_worth_nobody() => Assert.Equal(0, Size(Demand(tasks: 0)));

    [Fact]
    public void Nothing_to_do_is_worth_as_many_as_are_kept_always() => Assert.Equal(3, Size(Demand(tasks: 0), new PoolOptions { Min = 3, Max = 20 }));

    [Fact]
    public void Many_tasks_are_worth_no_more_than_there_may_be() => Assert.Equal(20, Size(Demand(tasks: 500, secondsEach: 30)));

    [Fact]
    public void Long_tasks_are_worth_one_each() => Assert.Equal(5, Size(Demand(tasks: 5, secondsEach: 30) with { Leased = 2, Ready = 3 }));

    [Fact]
    public void Short_tasks_are_worth_as_many_as_get_through_them_in_time() => Assert.Equal(2, Size(Demand(tasks: 15, secondsEach: 0.1)));

    [Fact]
    public void A_task_of_a_moment_is_worth_one() => Assert.Equal(1, Size(Demand(tasks: 1, secondsEach: 0.001)));

    [Theory]
    [InlineData(12, 12)]
    [InlineData(44, 20)]
    public void Tasks_of_a_kind_that_nobody_has_seen_done_are_worth_one_each_as_far_as_there_may_be_so_many(int tasks, int size) =>
        Assert.Equal(size, Size(Demand(tasks, secondsEach: 0)));

    [Fact]
    public void How_long_one_kind_takes_says_nothing_of_another()
    {
        KindDemand ingest = Kind("ingest", tasks: 30, secondsEach: 0.01);
        KindDemand draft = Kind("draft", tasks: 6, secondsEach: 0);
        KindDemand export = Kind("export", tasks: 4, secondsEach: 30);

        Assert.Equal((1, 7, 11), (Size(Demand(ingest)), Size(Demand(ingest, draft)), Size(Demand(ingest, draft, export))));
    }

    [Fact]
    public void What_was_seen_of_a_kind_holds_for_the_next_run_until_something_else_is_seen()
    {
        KindPaces paces = new();
        paces.Learn(Demand(Kind("ingest", tasks: 0, secondsEach: 0.01)));
        PoolDemand next = Demand(Kind("ingest", tasks: 15, secondsEach: 0));
        int before = PoolSize.Of(next, paces, Options);
        paces.Learn(Demand(Kind("ingest", tasks: 0, secondsEach: 30)));

        Assert.Equal((1, 15), (before, PoolSize.Of(next, paces, Options)));
    }

    private static int Size(PoolDemand demand, PoolOptions? options = null)
    {
        KindPaces paces = new();
        paces.Learn(demand);
        return PoolSize.Of(demand, paces, options ?? Options);
    }

    private static PoolDemand Demand(int tasks, double secondsEach = 1) => Demand(Kind("draft", tasks, secondsEach));

    private static PoolDemand Demand(params KindDemand[] kinds) => new((int)kinds.Sum(kind => kind.Tasks), Leased: 0, kinds);

    // Ten of them were done lately, or none if nobody knows how long they take.
    private static KindDemand Kind(string name, int tasks, double secondsEach) =>
        new(name, tasks, tasks * 100, TimeSpan.FromSeconds(secondsEach * 10), SampleCost: secondsEach > 0 ? 1_000 : 0);
}
