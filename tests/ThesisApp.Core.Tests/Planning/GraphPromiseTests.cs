using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Specification;
using ThesisApp.TestSupport.Graphs;

namespace ThesisApp.Core.Tests.Planning;

/// <summary>How much ten agents can make of the default template: computed from the expected costs, no clock.</summary>
public sealed class GraphPromiseTests
{
    private const int Agents = 10;

    public static TheoryData<int, int> WordsAndQuestions { get; } = new()
    {
        { 6_000, 3 }, { 9_000, 3 }, { 12_000, 2 }, { 12_000, 3 }, { 12_000, 5 }, { 25_000, 3 }, { 25_000, 4 }, { 60_000, 3 },
    };

    [Theory]
    [MemberData(nameof(WordsAndQuestions))]
    public void The_default_templates_longest_path_is_less_than_a_ninth_of_the_whole(int words, int questions)
    {
        TaskGraph graph = TaskGraph.Create(Tasks(words, questions));

        Assert.True(graph.TotalCost / graph.CriticalPathCost >= 9, Describe(graph));
    }

    [Theory]
    [MemberData(nameof(WordsAndQuestions))]
    public void Revising_in_tasks_of_its_own_keeps_the_longest_path_under_a_ninth_of_the_whole_and_ten_agents_eight_and_a_half_times_as_fast(int words, int questions)
    {
        TaskGraph graph = TaskGraph.Create(Tasks(words, questions, readsTheWhole: true, revises: true));

        Assert.True(graph.TotalCost / graph.CriticalPathCost >= 9, Describe(graph));
        double speedup = graph.TotalCost / ListSchedule.Length(graph.WithPriorities(), Agents, task => task.Cost);
        Assert.True(speedup >= 8.5, $"{speedup}; {Describe(graph)}");
    }

    [Theory]
    [MemberData(nameof(WordsAndQuestions))]
    public void Ten_agents_are_eight_and_a_half_times_as_fast_as_one_on_the_default_template(int words, int questions)
    {
        TaskGraph graph = TaskGraph.Create(Tasks(words, questions));

        double speedup = graph.TotalCost / ListSchedule.Length(graph.WithPriorities(), Agents, task => task.Cost);
        Assert.True(speedup >= 8.5, $"{speedup}; {Describe(graph)}");
    }

    [Theory]
    [MemberData(nameof(WordsAndQuestions))]
    public void A_reading_of_the_whole_makes_the_longest_path_no_longer_and_ten_agents_hardly_slower(int words, int questions)
    {
        TaskGraph without = TaskGraph.Create(Tasks(words, questions));
        TaskGraph with = TaskGraph.Create(Tasks(words, questions, readsTheWhole: true));

        Assert.Equal(without.CriticalPathCost, with.CriticalPathCost);
        double speedup = with.TotalCost / ListSchedule.Length(with.WithPriorities(), Agents, task => task.Cost);
        Assert.True(speedup >= 8.5, $"{speedup}; {Describe(with)}");
    }

    [Theory]
    [InlineData(20_000, false)]
    [InlineData(25_000, false)]
    [InlineData(60_000, false)]
    [InlineData(20_000, true)]
    [InlineData(25_000, true)]
    [InlineData(60_000, true)]
    public void Ten_agents_that_take_the_longest_path_first_come_within_five_percent_of_the_bound(int words, bool asksModels)
    {
        TaskGraph graph = TaskGraph.Create(Tasks(words, 3, asksModels, asksModels));

        double share = graph.LowerBound(Agents) / ListSchedule.Length(graph.WithPriorities(), Agents, task => task.Cost);
        Assert.True(share >= 0.95, $"{share}; {Describe(graph)}");
    }

    private static IReadOnlyList<TaskDefinition> Tasks(int words, int questions, bool readsTheWhole = false, bool revises = false) => RunPlanner.Expand(
        OutlineBuilder.Build(new ThesisSpec { Title = "T", Topic = "Storage", Words = words, ResearchQuestions = [.. Enumerable.Range(1, questions).Select(i => $"Question {i}?")] }),
        readsTheWhole: readsTheWhole, revises: revises);

    private static string Describe(TaskGraph graph) =>
        $"all {graph.TotalCost}, longest path {graph.CriticalPathCost}: {string.Join(" -> ", graph.CriticalPath().Select(task => task.Id))}";
}
