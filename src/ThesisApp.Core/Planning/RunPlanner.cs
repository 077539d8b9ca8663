using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Planning;

/// <summary>Turns a specification's sources and an outline into tasks.</summary>
public static class RunPlanner
{
    // What the plan is followed by is not known at the start, and is much: whatever leads to it goes first.
    private const double BehindThePlan = 1_000;

    /// <summary>The task that makes the outline, where that is a task of its own.</summary>
    public const string OutlineTask = "outline";

    private const string ConsistencyTask = "consistency";

    /// <summary>What the plan's task works on where each chapter is to be written in a sandbox of its own.</summary>
    public const string PerChapter = "chapter";

    /// <summary>Output formats, each a task of its own.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["markdown", "html", "bibtex"];

    /// <summary>The first tasks of a run: one for each source, and the plan.</summary>
    /// <param name="sourceFileNames">The sources' paths relative to the specification.</param>
    /// <param name="approveOutline">True if the plan is to wait until a user has approved the outline, which then is a task of its own.</param>
    /// <param name="perChapter">True if each chapter is to be written in a sandbox of its own.</param>
    /// <param name="outlineByModel">True if a model makes the outline, which is a task of its own, too, and reads what the sources are about.</param>
    public static IReadOnlyList<TaskDefinition> Start(IReadOnlyList<string> sourceFileNames, bool approveOutline = false, bool perChapter = false, bool outlineByModel = false)
    {
        ArgumentNullException.ThrowIfNull(sourceFileNames);
        TaskDefinition[] ingests = [.. sourceFileNames.Order(StringComparer.Ordinal).Select(file =>
            new TaskDefinition { Id = $"ingest:{file}", Kind = TaskKinds.Ingest, Title = $"Read {file}", Subject = file, Cost = TaskCosts.NoModel })];
        TaskDefinition outline = new()
        {
            Id = OutlineTask,
            Kind = TaskKinds.Outline,
            Title = "Make the outline",
            Needs = outlineByModel ? [.. ingests.Select(task => task.Id)] : [],
            Cost = outlineByModel ? TaskCosts.Outline : TaskCosts.NoModel,
        };
        bool outlined = approveOutline || outlineByModel;
        TaskDefinition plan = new()
        {
            Id = "plan",
            Kind = TaskKinds.Plan,
            Title = "Plan the outline and allot the passages",
            Subject = perChapter ? PerChapter : null,
            Needs = [.. ingests.Select(task => task.Id), .. outlined ? [outline.Id] : Array.Empty<string>(), .. approveOutline ? [TaskGates.Approval] : Array.Empty<string>()],
            Cost = BehindThePlan,
        };
        return TaskGraph.Create(outlined ? [.. ingests, outline, plan] : [.. ingests, plan], TaskGates.All).WithPriorities();
    }

    /// <summary>All tasks that follow the plan.</summary>
    /// <param name="outline">The outline.</param>
    /// <param name="perChapter">True if each chapter is to be written in a sandbox of its own, which takes the chapter's tasks alone and publishes its text at the end.</param>
    /// <param name="readsTheWhole">True if a model is to read the whole for what does not agree. It needs the text of all sections and nothing else, so it goes on beside the last frame and the abstract.</param>
    /// <param name="researches">True if a model says for each section what to look up, before it is drafted.</param>
    /// <param name="revises">True if a section is written anew in a task of its own, for what its review has found; what reads the section waits for that task then.</param>
    public static IReadOnlyList<TaskDefinition> Expand(Outline outline, bool perChapter = false, bool readsTheWhole = false, bool researches = false, bool revises = false)
    {
        ArgumentNullException.ThrowIfNull(outline);
        Func<string, string> gateOf = revises ? ReviseOf : ReviewOf;
        Dictionary<string, string> givers = outline.Sections
            .SelectMany(section => section.Gives.Select(artifact => (artifact, task: gateOf(section.Id))))
            .Concat(outline.Artifacts.Select(artifact => (artifact: artifact.Name, task: EstablishOf(artifact.Name))))
            .ToDictionary(entry => entry.artifact, entry => entry.task, StringComparer.Ordinal);

        List<TaskDefinition> tasks = [];
        tasks.AddRange(outline.Artifacts.Select(artifact => Make(
            EstablishOf(artifact.Name), TaskKinds.Establish, $"Establish {artifact.Name}", artifact.Name, TaskCosts.Establish, [.. artifact.Needs.Select(need => givers[need])])));
        foreach (OutlineSection section in outline.Sections)
        {
            if (researches)
            {
                tasks.Add(Make(ResearchOf(section.Id), TaskKinds.Research, $"Research {section.Number} {section.Title}", section.Id, TaskCosts.Research, []));
            }

            tasks.Add(Make(DraftOf(section.Id), TaskKinds.Draft, $"Write {section.Number} {section.Title}", section.Id, TaskCosts.Draft(section.Words), [.. researches ? [ResearchOf(section.Id)] : Array.Empty<string>(), .. section.Needs.Select(need => givers[need])]));
            tasks.Add(Make(ReviewOf(section.Id), TaskKinds.Review, $"Review {section.Number} {section.Title}", section.Id, revises ? TaskCosts.Judge : TaskCosts.Review(section.Words), [DraftOf(section.Id)]));
            if (revises)
            {
                tasks.Add(Make(ReviseOf(section.Id), TaskKinds.Revise, $"Revise {section.Number} {section.Title}", section.Id, TaskCosts.Revise(section.Words), [ReviewOf(section.Id)]));
            }
        }

        foreach (OutlineChapter chapter in outline.Chapters)
        {
            tasks.Add(Make(ChapterOf(chapter.Id), TaskKinds.Chapter, $"Frame chapter {chapter.Number} {chapter.Title}", chapter.Id, TaskCosts.Frame, [.. chapter.Sections.Select(section => gateOf(section.Id))]));
        }

        // What must be there before the abstract is what it tells of, not the whole: else nothing could be written while it is.
        AbstractBasis basis = AbstractBasis.Of(outline);
        string[] told = [.. basis.Chapters.Select(chapter => ChapterOf(chapter.Id)), .. basis.Sections.Select(section => gateOf(section.Id))];
        tasks.Add(Make("frontmatter", TaskKinds.FrontMatter, "Write the abstract", null, TaskCosts.FrontMatter, told));

        if (readsTheWhole)
        {
            tasks.Add(Make(ConsistencyTask, TaskKinds.Consistency, "Read the whole for consistency", null, TaskCosts.Consistency, [.. outline.Sections.Select(section => gateOf(section.Id))]));
        }

        string[] chapters = [.. outline.Chapters.Select(chapter => ChapterOf(chapter.Id))];
        tasks.Add(Make("assemble", TaskKinds.Assemble, "Assemble the document", null, TaskCosts.NoModel, ["frontmatter", .. chapters, .. readsTheWhole ? [ConsistencyTask] : Array.Empty<string>()]));
        tasks.Add(Make("check", TaskKinds.Check, "Check the document", null, TaskCosts.NoModel, ["assemble"]));
        tasks.AddRange(Formats.Select(format => Make($"export:{format}", TaskKinds.Export, $"Export {format}", format, TaskCosts.NoModel, ["assemble"])));
        return TaskGraph.Create(perChapter ? ChapterTasks.Bind(tasks, outline) : tasks).WithPriorities();
    }

    internal static string ResearchOf(string sectionId) => $"research:{sectionId}";

    private static string EstablishOf(string artifact) => $"establish:{artifact}";

    /// <summary>The task that writes a section.</summary>
    public static string DraftOf(string sectionId) => $"draft:{sectionId}";

    /// <summary>The task that frames a chapter: the last of those that write it.</summary>
    internal static string ChapterOf(string chapterId) => $"chapter:{chapterId}";

    /// <summary>The task that reviews a section: what reads the section waits for it, or for the one that revises it.</summary>
    public static string ReviewOf(string sectionId) => $"review:{sectionId}";

    /// <summary>The task that revises a section, where that is a task of its own.</summary>
    public static string ReviseOf(string sectionId) => $"revise:{sectionId}";

    private static TaskDefinition Make(string id, string kind, string title, string? subject, double cost, IReadOnlyList<string> needs) => new()
    {
        Id = id,
        Kind = kind,
        Title = title,
        Subject = subject,
        Cost = cost,
        Needs = [.. needs.Distinct(StringComparer.Ordinal)],
    };
}
