using ThesisApp.Coordination.Pool;
using ThesisApp.Orchestrator.Pool;

namespace ThesisApp.Orchestrator.Tests.Pool;

public sealed class RunPlacesTests
{
    [Fact]
    public void One_run_gets_what_it_wants_as_far_as_there_is_room()
    {
        Assert.Equal([("a", 3)], Divide(8, Run("a", 3)));
        Assert.Equal([("a", 2)], Divide(2, Run("a", 3)));
    }

    [Fact]
    public void Nobody_who_wants_nothing_gets_anything() => Assert.Equal([("b", 1)], Divide(8, Run("a", 0), Run("b", 1)));

    [Fact]
    public void Equals_share_and_what_one_does_not_want_the_other_gets()
    {
        Assert.Equal([("a", 2), ("b", 2)], Divide(4, Run("a", 9), Run("b", 9)));
        Assert.Equal([("a", 3), ("b", 1)], Divide(4, Run("a", 9), Run("b", 1)));
    }

    [Fact]
    public void The_weight_is_the_share() => Assert.Equal([("a", 2), ("b", 6)], Divide(8, Run("a", 9), Run("b", 9) with { Weight = 3 }));

    [Fact]
    public void The_higher_priority_goes_first() => Assert.Equal([("a", 1), ("b", 3)], Divide(4, Run("a", 9), Run("b", 3) with { Priority = 1 }));

    [Fact]
    public void There_may_be_more_runs_than_places() => Assert.Equal([("a", 1), ("b", 1)], Divide(2, Run("a", 9), Run("b", 9), Run("c", 9)));

    private static RunDemand Run(string id, int tasks) => new(id, 0, 1, new PoolDemand(tasks, 0, []));

    private static (string Run, int Places)[] Divide(int places, params RunDemand[] runs) =>
        [.. RunPlaces.Divide(runs, run => run.Demand.Ready, places).Select(given => (given.Key, given.Value)).OrderBy(given => given.Key, StringComparer.Ordinal)];
}
