using CsCheck;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Specification;

namespace ThesisApp.Core.Tests.Graph;

public sealed class ChapterGateTests
{
    private static readonly Outline Plan = OutlineBuilder.Build(new ThesisSpec { Title = "T", Topic = "Storage", ResearchQuestions = ["A?", "B?"] });

    [Fact]
    public void A_chapter_waits_for_what_its_tasks_need_from_outside()
    {
        TaskDefinition[] tasks = [Task("establish"), Task("a1", "a"), Task("b1", "b", "a1", "establish"), Task("b2", "b", "b1")];

        Assert.Equal(["a"], Open(tasks));
        Assert.Equal(["a"], Open(tasks, "a1"));
        Assert.Equal(["a", "b"], Open(tasks, "a1", "establish"));
    }

    [Fact]
    public void Chapters_that_wait_for_each_other_are_begun_although_no_one_of_them_has_all()
    {
        TaskDefinition[] tasks = [Task("a1", "a"), Task("b1", "b", "a1"), Task("a2", "a", "b1"), Task("c1", "c", "a2")];

        Assert.Equal(["a", "b"], Open(tasks));
        Assert.Equal(["a", "b", "c"], Open(tasks, "a1", "b1", "a2"));
    }

    [Fact]
    public void Chapters_of_which_each_has_a_section_that_waits_for_a_free_one_of_the_other_are_begun()
    {
        TaskDefinition[] tasks = [Task("c1", "c"), Task("d1", "d"), Task("between", null, "d1"), Task("c2", "c", "between"), Task("d2", "d", "c1")];

        Assert.Equal(["c", "d"], Open(tasks));
    }

    [Fact]
    public void A_ring_does_not_open_a_chapter_that_waits_for_something_else()
    {
        TaskDefinition[] tasks = [Task("establish"), Task("a1", "a"), Task("b1", "b", "a1"), Task("a2", "a", "b1", "establish")];

        Assert.Equal(["b"], Open(tasks));
    }

    [Fact]
    public void A_chapter_does_not_wait_for_what_a_dead_letter_keeps_from_being_done()
    {
        TaskDefinition[] tasks = [Task("establish"), Task("a1", "a", "establish"), Task("a2", "a"), Task("b1", "b", "a1")];

        Assert.Equal(["a", "b"], ChapterGate.Open(tasks, _ => false, id => id == "establish").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void However_tasks_of_chapters_depend_on_each_other_and_whichever_die_all_that_can_be_done_are() =>
        Gen.Int[1, 24].SelectMany(count => Gen.Select(Gen.Int[0, 4].Array[count], Gen.Int[0, (1 << 10) - 1].Array[count], Gen.Int[0, 7].Array[count])).Sample(graph => MustComeToItsEnd(
            [.. graph.Item1.Select((chapter, i) => Task($"t{i}", chapter == 0 ? null : $"c{chapter}", [.. Enumerable.Range(0, Math.Min(i, 10)).Where(j => (graph.Item2[i] & (1 << j)) != 0 && (i + j) % 3 == 0).Select(j => $"t{i - 1 - j}")]))],
            [.. graph.Item3.Select((fate, i) => (fate, i)).Where(task => task.fate == 0).Select(task => $"t{task.i}")]));

    [Fact]
    public void Every_plan_comes_to_its_end() => MustComeToItsEnd(RunPlanner.Expand(Plan, perChapter: true), []);

    [Theory]
    [InlineData("establish:objectives")]
    [InlineData("establish:glossary")]
    public void A_plan_of_which_a_task_dies_goes_on_as_far_as_it_can(string dying) => MustComeToItsEnd(RunPlanner.Expand(Plan, perChapter: true), [dying]);

    private static void MustComeToItsEnd(IReadOnlyList<TaskDefinition> tasks, IReadOnlyCollection<string> dying)
    {
        HashSet<string> done = new(StringComparer.Ordinal);
        HashSet<string> dead = new(StringComparer.Ordinal);

        // As long as something is ready, either an open chapter's sandbox or one that works for all takes it.
        while (tasks.Where(task => !done.Contains(task.Id) && !dead.Contains(task.Id) && task.Needs.All(done.Contains)).ToArray() is { Length: > 0 } ready)
        {
            IReadOnlySet<string> open = ChapterGate.Open([.. tasks], done.Contains, dead.Contains);
            TaskDefinition[] taken = [.. ready.Where(task => task.Chapter is null || open.Contains(task.Chapter))];
            Assert.NotEmpty(taken);
            foreach (TaskDefinition task in taken)
            {
                (dying.Contains(task.Id) ? dead : done).Add(task.Id);
            }
        }

        Assert.All(tasks.Where(task => !done.Contains(task.Id) && !dead.Contains(task.Id)), task => Assert.Contains(task.Needs, need => !done.Contains(need)));
        Assert.True(dying.Count > 0 || tasks.Count == done.Count);
    }

    [Fact]
    public void Each_task_that_writes_a_chapter_is_bound_to_it_and_its_text_is_published_last()
    {
        IReadOnlyList<TaskDefinition> tasks = RunPlanner.Expand(Plan, perChapter: true);
        string[] bound = [.. RunPlanner.Expand(Plan).Where(task => task.Kind is TaskKinds.Draft or TaskKinds.Review or TaskKinds.Chapter).Select(task => task.Id)];
        string[] publishing = [.. Plan.Chapters.Select(chapter => $"publish:{chapter.Id}")];

        Assert.Equal(bound.Concat(publishing).Order(StringComparer.Ordinal), tasks.Where(task => task.Chapter is not null).Select(task => task.Id).Order(StringComparer.Ordinal));
        Assert.All(Plan.Chapters, chapter => Assert.Equal([$"chapter:{chapter.Id}"], tasks.Single(task => task.Id == $"publish:{chapter.Id}").Needs));
        Assert.All(RunPlanner.Expand(Plan), task => Assert.Null(task.Chapter));
    }

    private static TaskDefinition Task(string id, string? chapter = null, params string[] needs) => new() { Id = id, Kind = "test", Title = id, Chapter = chapter, Needs = needs };

    private static IEnumerable<string> Open(TaskDefinition[] tasks, params string[] done) => ChapterGate.Open(tasks, done.Contains, _ => false).Order(StringComparer.Ordinal);
}
