using CsCheck;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Specification;

namespace ThesisApp.Core.Tests.Planning;

public sealed class RunPlannerTests
{
    private static readonly Outline Plan = OutlineBuilder.Build(new ThesisSpec { Title = "T", Topic = "Storage", ResearchQuestions = ["A?", "B?"] });

    [Fact]
    public void A_run_starts_with_one_task_for_each_source_and_the_plan_that_waits_for_all()
    {
        IReadOnlyList<TaskDefinition> tasks = RunPlanner.Start(["b.md", "a.md"]);

        Assert.Equal(["ingest:a.md", "ingest:b.md", "plan"], tasks.Select(task => task.Id));
        Assert.Equal(["ingest:a.md", "ingest:b.md"], tasks[^1].Needs);
    }

    [Fact]
    public void Every_section_is_drafted_and_reviewed()
    {
        HashSet<string> ids = [.. RunPlanner.Expand(Plan).Select(task => task.Id)];

        Assert.All(Plan.Sections, section => Assert.True(ids.IsSupersetOf([$"draft:{section.Id}", $"review:{section.Id}"])));
    }

    [Fact]
    public void A_section_waits_for_reviewed_artifacts_and_not_for_drafts() =>
        Assert.All(RunPlanner.Expand(Plan).Where(task => task.Kind == TaskKinds.Draft).SelectMany(task => task.Needs), need => Assert.DoesNotContain("draft:", need, StringComparison.Ordinal));

    [Fact]
    public void Whatever_is_exported_waits_for_every_section()
    {
        Dictionary<string, TaskDefinition> tasks = RunPlanner.Expand(Plan).ToDictionary(task => task.Id);

        Assert.All(tasks.Values.Where(task => task.Kind is TaskKinds.Export or TaskKinds.Check), task => Assert.All(Plan.Sections, section => Assert.Contains($"review:{section.Id}", Before(tasks, task.Id))));
    }

    [Fact]
    public void The_abstract_waits_for_all_results_and_conclusions_and_for_no_discussion_of_them()
    {
        Dictionary<string, TaskDefinition> tasks = RunPlanner.Expand(Plan).ToDictionary(task => task.Id);
        HashSet<string> before = Before(tasks, "frontmatter");

        Assert.All(Plan.Sections.Where(section => section.Role is SectionRoles.Results or SectionRoles.Conclusion), section => Assert.Contains($"review:{section.Id}", before));
        Assert.All(Plan.Sections.Where(section => section.Role == SectionRoles.Discussion), section => Assert.DoesNotContain($"review:{section.Id}", before));
        Assert.Superset(new HashSet<string> { "chapter:literature", "chapter:framework", "chapter:methodology" }, before);
    }

    [Fact]
    public void The_abstract_of_an_outline_without_results_and_conclusions_waits_for_all_chapters()
    {
        Outline essay = new([.. Plan.Chapters.Select(chapter => chapter with { Sections = [.. chapter.Sections.Select(section => section with { Role = SectionRoles.Literature })] })], Plan.Artifacts);

        Assert.Equal(essay.Chapters.Select(chapter => $"chapter:{chapter.Id}"), RunPlanner.Expand(essay).Single(task => task.Id == "frontmatter").Needs);
    }

    [Fact]
    public void The_graph_is_wide()
    {
        TaskGraph graph = TaskGraph.Create(RunPlanner.Expand(Plan));

        Assert.True(graph.LowerBound(4) < graph.TotalCost / 3, $"{graph.LowerBound(4)} of {graph.TotalCost}");
    }

    [Fact]
    public void The_same_outline_gives_the_same_tasks() =>
        Assert.Equal(RunPlanner.Expand(Plan).Select(task => (task.Id, task.Priority)), RunPlanner.Expand(Plan).Select(task => (task.Id, task.Priority)));

    [Fact]
    public void Any_number_of_questions_gives_a_graph_that_can_be_worked_off() =>
        Gen.Int[1, 12].Sample(questions => RunPlanner.Expand(OutlineBuilder.Build(new ThesisSpec { Title = "T", Topic = "S", ResearchQuestions = [.. Enumerable.Range(1, questions).Select(i => $"Q{i}?")] })));

    [Fact]
    public void An_outline_by_a_model_is_a_task_that_knows_the_sources_and_the_plan_waits_for_it()
    {
        Dictionary<string, TaskDefinition> tasks = RunPlanner.Start(["b.md", "a.md"], outlineByModel: true).ToDictionary(task => task.Id);

        Assert.Equal(["ingest:a.md", "ingest:b.md"], tasks["outline"].Needs);
        Assert.Equal(["ingest:a.md", "ingest:b.md", "outline"], tasks["plan"].Needs);
        Assert.Equal(["ingest:a.md", "ingest:b.md", "outline", TaskGates.Approval], RunPlanner.Start(["b.md", "a.md"], approveOutline: true, outlineByModel: true).Single(task => task.Id == "plan").Needs);
    }

    [Fact]
    public void The_whole_is_read_when_every_section_is_reviewed_beside_frames_and_abstract_and_before_it_is_assembled()
    {
        Dictionary<string, TaskDefinition> tasks = RunPlanner.Expand(Plan, readsTheWhole: true).ToDictionary(task => task.Id);

        Assert.Equal(Plan.Sections.Select(section => $"review:{section.Id}").Order(StringComparer.Ordinal), tasks["consistency"].Needs.Order(StringComparer.Ordinal));
        Assert.Contains("consistency", tasks["assemble"].Needs);
        Assert.DoesNotContain("consistency", Before(tasks, "frontmatter"));
        Assert.DoesNotContain(RunPlanner.Expand(Plan), task => task.Kind == TaskKinds.Consistency);
        Assert.Equal(RunPlanner.Expand(Plan).Count + 1, tasks.Count);
    }

    private static HashSet<string> Before(Dictionary<string, TaskDefinition> tasks, string id)
    {
        HashSet<string> found = [];
        Stack<string> open = new([id]);
        while (open.TryPop(out string? next))
        {
            foreach (string need in tasks[next].Needs.Where(found.Add))
            {
                open.Push(need);
            }
        }

        return found;
    }

    [Fact]
    public void Each_section_is_researched_before_it_is_drafted_where_a_model_says_what_to_look_up()
    {
        Dictionary<string, TaskDefinition> tasks = RunPlanner.Expand(Plan, perChapter: true, researches: true).ToDictionary(task => task.Id);

        Assert.All(Plan.Sections, section =>
        {
            Assert.Empty(tasks[$"research:{section.Id}"].Needs);
            Assert.Equal(section.ChapterId, tasks[$"research:{section.Id}"].Chapter);
            Assert.Contains($"research:{section.Id}", tasks[$"draft:{section.Id}"].Needs);
        });
        Assert.DoesNotContain(RunPlanner.Expand(Plan), task => task.Kind == TaskKinds.Research);
    }

    [Fact]
    public void Where_sections_are_revised_in_tasks_of_their_own_what_reads_a_section_waits_for_its_revision()
    {
        TaskDefinition[] tasks = [.. RunPlanner.Expand(Plan, perChapter: true, readsTheWhole: true, revises: true)];

        Assert.All(Plan.Sections, section =>
        {
            TaskDefinition revise = tasks.Single(task => task.Id == $"revise:{section.Id}");
            Assert.Equal((TaskKinds.Revise, section.Id, section.ChapterId), (revise.Kind, revise.Subject, revise.Chapter));
            Assert.Equal([$"review:{section.Id}"], revise.Needs);
            Assert.Equal([$"revise:{section.Id}"], tasks.Where(task => task.Needs.Contains($"review:{section.Id}")).Select(task => task.Id));
        });
        Assert.All(RunPlanner.Expand(Plan, readsTheWhole: true), plain => Assert.Equal(
            plain.Needs.Select(need => plain.Kind == TaskKinds.Review ? need : need.Replace("review:", "revise:", StringComparison.Ordinal)), tasks.Single(task => task.Id == plain.Id).Needs));
        Assert.DoesNotContain(RunPlanner.Expand(Plan), task => task.Kind == TaskKinds.Revise);
    }

    [Fact]
    public void A_plan_that_waits_for_approval_needs_the_outline_and_the_users_word()
    {
        IReadOnlyList<TaskDefinition> tasks = RunPlanner.Start(["a.md"], approveOutline: true);

        TaskDefinition plan = tasks.Single(task => task.Id == "plan");
        Assert.Equal(["ingest:a.md", "outline", TaskGates.Approval], plan.Needs);
        Assert.Contains(tasks, task => task.Kind == TaskKinds.Outline);
        Assert.DoesNotContain(RunPlanner.Start(["a.md"]), task => task.Kind == TaskKinds.Outline);
    }
}
