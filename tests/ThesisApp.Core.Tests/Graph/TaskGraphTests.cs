using ThesisApp.Core.Graph;
using ThesisApp.Core.Tests.Support;

namespace ThesisApp.Core.Tests.Graph;

public sealed class TaskGraphTests
{
    [Fact]
    public void A_cycle_is_printed() =>
        Assert.Equal(
            "The tasks wait for each other: a -> c -> b -> a.",
            Assert.Throws<InvalidGraphException>(() => TaskGraph.Create([Graphs.Task("a", 1, "c"), Graphs.Task("b", 1, "a"), Graphs.Task("c", 1, "b"), Graphs.Task("d", 1, "a")])).Message);

    [Fact]
    public void An_id_that_is_used_twice_is_named() =>
        Assert.Contains("'a' is used twice", Assert.Throws<InvalidGraphException>(() => TaskGraph.Create([Graphs.Task("a", 1), Graphs.Task("a", 2)])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_need_that_does_not_exist_is_named() =>
        Assert.Contains("'a' needs 'b'", Assert.Throws<InvalidGraphException>(() => TaskGraph.Create([Graphs.Task("a", 1, "b")])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_task_that_is_known_already_may_be_needed() => Assert.Equal(5, TaskGraph.Create([Graphs.Task("a", 5, "done")], new HashSet<string> { "done" }).CriticalPathCost);

    [Fact]
    public void A_need_that_is_named_twice_counts_once() => Assert.Equal(["a", "b"], TaskGraph.Create([Graphs.Task("b", 1, "a", "a"), Graphs.Task("a", 1)]).Order.Select(task => task.Id));

    [Fact]
    public void No_task_is_a_graph_of_no_length()
    {
        TaskGraph graph = TaskGraph.Create([]);

        Assert.Equal((0, 0, 0), (graph.CriticalPathCost, graph.TotalCost, graph.CriticalPath().Count));
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_tasks_does_not_exhaust_the_stack() =>
        Assert.Equal(100_000, TaskGraph.Create([.. Enumerable.Range(0, 100_000).Select(i => Graphs.Task($"t{i}", 1, i == 0 ? [] : [$"t{i - 1}"]))]).CriticalPathCost);

    [Fact]
    public void A_ring_of_a_hundred_thousand_tasks_is_found() =>
        Assert.Equal(100_000, CycleFinder.Find(Enumerable.Range(0, 100_000).ToDictionary(i => $"t{i}", i => (IReadOnlyList<string>)[$"t{(i + 1) % 100_000}"]))!.Count);
}
