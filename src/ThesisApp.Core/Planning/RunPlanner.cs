using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Planning;

/// <summary>Turns a specification's sources and an outline into tasks.</summary>
public static class RunPlanner
{
    // Costs are in words, read or written; what does neither gets a small one, so that it counts for something.
    private const double SmallCost = 20;
    private const double IngestCost = 100;

    // What the plan is followed by is not known at the start, and is much: whatever leads to it goes first.
    private const double BehindThePlan = 1_000;

    /// <summary>Output formats, each a task of its own.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["markdown", "html", "bibtex"];

    /// <summary>The first tasks of a run: one for each source, and the plan.</summary>
    /// <param name="sourceFileNames">The sources' paths relative to the specification.</param>
    public static IReadOnlyList<TaskDefinition> Start(IReadOnlyList<string> sourceFileNames)
    {
        ArgumentNullException.ThrowIfNull(sourceFileNames);
        TaskDefinition[] ingests = [.. sourceFileNames.Order(StringComparer.Ordinal).Select(file =>
            new TaskDefinition { Id = $"ingest:{file}", Kind = TaskKinds.Ingest, Title = $"Read {file}", Subject = file, Cost = IngestCost })];
        TaskDefinition plan = new()
        {
            Id = "plan",
            Kind = TaskKinds.Plan,
            Title = "Plan the outline and allot the passages",
            Needs = [.. ingests.Select(task => task.Id)],
            Cost = BehindThePlan,
        };
        return TaskGraph.Create([.. ingests, plan]).WithPriorities();
    }

    /// <summary>All tasks that follow the plan.</summary>
    public static IReadOnlyList<TaskDefinition> Expand(Outline outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        Dictionary<string, string> givers = outline.Sections
            .SelectMany(section => section.Gives.Select(artifact => (artifact, task: ReviewOf(section.Id))))
            .Concat(outline.Artifacts.Select(artifact => (artifact: artifact.Name, task: EstablishOf(artifact.Name))))
            .ToDictionary(entry => entry.artifact, entry => entry.task, StringComparer.Ordinal);

        List<TaskDefinition> tasks = [];
        tasks.AddRange(outline.Artifacts.Select(artifact => Make(
            EstablishOf(artifact.Name), TaskKinds.Establish, $"Establish {artifact.Name}", artifact.Name, IngestCost, [.. artifact.Needs.Select(need => givers[need])])));
        foreach (OutlineSection section in outline.Sections)
        {
            tasks.Add(Make(DraftOf(section.Id), TaskKinds.Draft, $"Write {section.Number} {section.Title}", section.Id, section.Words, [.. section.Needs.Select(need => givers[need])]));
            tasks.Add(Make(ReviewOf(section.Id), TaskKinds.Review, $"Review {section.Number} {section.Title}", section.Id, SmallCost, [DraftOf(section.Id)]));
        }

        foreach (OutlineChapter chapter in outline.Chapters)
        {
            tasks.Add(Make($"chapter:{chapter.Id}", TaskKinds.Chapter, $"Frame chapter {chapter.Number} {chapter.Title}", chapter.Id, IngestCost, [.. chapter.Sections.Select(section => ReviewOf(section.Id))]));
        }

        string[] chapters = [.. outline.Chapters.Select(chapter => $"chapter:{chapter.Id}")];
        tasks.Add(Make("frontmatter", TaskKinds.FrontMatter, "Write the abstract", null, IngestCost, chapters));
        tasks.Add(Make("assemble", TaskKinds.Assemble, "Assemble the document", null, SmallCost, ["frontmatter", .. chapters]));
        tasks.Add(Make("check", TaskKinds.Check, "Check the document", null, SmallCost, ["assemble"]));
        tasks.AddRange(Formats.Select(format => Make($"export:{format}", TaskKinds.Export, $"Export {format}", format, SmallCost, ["assemble"])));
        return TaskGraph.Create(tasks).WithPriorities();
    }

    private static string EstablishOf(string artifact) => $"establish:{artifact}";

    private static string DraftOf(string sectionId) => $"draft:{sectionId}";

    private static string ReviewOf(string sectionId) => $"review:{sectionId}";

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
