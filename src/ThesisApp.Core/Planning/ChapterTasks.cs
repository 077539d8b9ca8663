using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Planning;

/// <summary>Binds the tasks that write a chapter to the chapter's own sandbox.</summary>
internal static class ChapterTasks
{
    /// <summary>The tasks, those that write a chapter bound to it, and one more for each chapter that publishes its text.</summary>
    public static IReadOnlyList<TaskDefinition> Bind(IReadOnlyList<TaskDefinition> tasks, Outline outline)
    {
        Dictionary<string, string> chapters = new(StringComparer.Ordinal);
        foreach (OutlineChapter chapter in outline.Chapters)
        {
            chapters[RunPlanner.ChapterOf(chapter.Id)] = chapter.Id;
            foreach (OutlineSection section in chapter.Sections)
            {
                chapters[RunPlanner.ResearchOf(section.Id)] = chapter.Id;
                chapters[RunPlanner.DraftOf(section.Id)] = chapter.Id;
                chapters[RunPlanner.ReviewOf(section.Id)] = chapter.Id;
                chapters[RunPlanner.ReviseOf(section.Id)] = chapter.Id;
            }
        }

        return
        [
            .. tasks.Select(task => chapters.TryGetValue(task.Id, out string? chapter) ? task with { Chapter = chapter } : task),
            .. outline.Chapters.Select(chapter => new TaskDefinition
            {
                Id = $"publish:{chapter.Id}",
                Kind = TaskKinds.Publish,
                Title = $"Publish chapter {chapter.Number} {chapter.Title}",
                Subject = chapter.Id,
                Chapter = chapter.Id,
                Cost = TaskCosts.NoModel,
                Needs = [RunPlanner.ChapterOf(chapter.Id)],
            }),
        ];
    }
}
