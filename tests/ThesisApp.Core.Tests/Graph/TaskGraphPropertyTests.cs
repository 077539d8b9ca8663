using CsCheck;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Tests.Support;
using ThesisApp.TestSupport.Graphs;

namespace ThesisApp.Core.Tests.Graph;

public sealed class TaskGraphPropertyTests
{
    private const int Cases = 2_000;

    [Fact]
    public void Every_task_comes_after_all_that_it_needs() =>
        Graphs.Acyclic(30).Sample(
            tasks =>
            {
                Dictionary<string, int> place = TaskGraph.Create(tasks).Order.Select((task, i) => (task.Id, i)).ToDictionary();
                Assert.Equal(tasks.Length, place.Count);
                Assert.All(tasks, task => Assert.All(task.Needs, need => Assert.True(place[need] < place[task.Id])));
            },
            iter: Cases);

    [Fact]
    public void A_task_is_more_urgent_than_any_that_waits_for_it() =>
        Graphs.Acyclic(30).Sample(
            tasks =>
            {
                Dictionary<string, double> priority = TaskGraph.Create(tasks).WithPriorities().ToDictionary(task => task.Id, task => task.Priority);
                Assert.All(tasks, task => Assert.All(task.Needs, need => Assert.True(priority[need] >= priority[task.Id] + tasks.Single(other => other.Id == need).Cost)));
            },
            iter: Cases);

    [Fact]
    public void The_critical_path_is_the_longest_of_all_paths() =>
        Graphs.Acyclic(9).Sample(
            tasks =>
            {
                double longest = Graphs.Paths(tasks).Select(path => path.Sum(task => task.Cost)).DefaultIfEmpty(0).Max();
                Assert.Equal(longest, TaskGraph.Create(tasks).CriticalPathCost);
            },
            iter: Cases);

    [Fact]
    public void A_priority_is_the_length_of_the_longest_path_from_the_task() =>
        Graphs.Acyclic(9).Sample(
            tasks =>
            {
                ILookup<string, double> lengths = Graphs.Paths(tasks).ToLookup(path => path[0].Id, path => path.Sum(task => task.Cost));
                Assert.All(TaskGraph.Create(tasks).WithPriorities(), task => Assert.Equal(lengths[task.Id].Max(), task.Priority));
            },
            iter: Cases);

    [Fact]
    public void The_critical_path_is_a_path_of_its_length() =>
        Graphs.Acyclic(30).Sample(
            tasks =>
            {
                TaskGraph graph = TaskGraph.Create(tasks);
                IReadOnlyList<TaskDefinition> path = graph.CriticalPath();
                Assert.All(path.Zip(path.Skip(1)), step => Assert.Contains(step.First.Id, step.Second.Needs));
                Assert.Equal(graph.CriticalPathCost, path.Sum(task => task.Cost));
            },
            iter: Cases);

    [Fact]
    public void No_schedule_beats_the_bound_and_one_worker_meets_it() =>
        Gen.Select(Graphs.Acyclic(20), Gen.Int[1, 8]).Sample(
            (tasks, workers) =>
            {
                TaskGraph graph = TaskGraph.Create(tasks);
                Assert.True(ListSchedule.Length(graph.WithPriorities(), workers, task => task.Cost) >= graph.LowerBound(workers) - 1e-9);
                Assert.Equal(graph.TotalCost, graph.LowerBound(1), 6);
            },
            iter: Cases);

    [Fact]
    public void An_edge_back_always_gives_a_cycle_that_is_one() =>
        Gen.Select(Graphs.Acyclic(20), Gen.Int[0, int.MaxValue]).Where((tasks, _) => tasks.Length > 0).Sample(
            (tasks, seed) =>
            {
                // From a task back to one that it waits for, however far away, or to itself.
                TaskDefinition late = tasks[seed % tasks.Length];
                string[] before = [.. Ancestors(tasks, late).Append(late.Id)];
                string early = before[seed / 7 % before.Length];
                TaskDefinition[] cyclic = [.. tasks.Select(task => task.Id == early ? task with { Needs = [.. task.Needs, late.Id] } : task)];

                IReadOnlyList<string> cycle = CycleFinder.Find(cyclic.ToDictionary(task => task.Id, task => task.Needs))!;

                Assert.NotNull(cycle);
                Assert.Equal(cycle.Distinct(), cycle);
                Assert.All(cycle.Zip(cycle.Skip(1).Append(cycle[0])), step => Assert.Contains(step.Second, cyclic.Single(task => task.Id == step.First).Needs));
                Assert.Contains(string.Join(" -> ", cycle.Append(cycle[0])), Assert.Throws<InvalidGraphException>(() => TaskGraph.Create(cyclic)).Message, StringComparison.Ordinal);
            },
            iter: Cases);

    [Fact]
    public void A_graph_without_a_cycle_has_none() =>
        Graphs.Acyclic(30).Sample(tasks => Assert.Null(CycleFinder.Find(tasks.ToDictionary(task => task.Id, task => task.Needs))), iter: Cases);

    private static HashSet<string> Ancestors(TaskDefinition[] tasks, TaskDefinition of)
    {
        HashSet<string> found = [];
        Stack<string> open = new(of.Needs);
        while (open.TryPop(out string? id))
        {
            if (found.Add(id))
            {
                Array.ForEach([.. tasks.Single(task => task.Id == id).Needs], open.Push);
            }
        }

        return found;
    }
}
