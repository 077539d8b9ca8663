using StackExchange.Redis;
using ThesisApp.Coordination.Store;
using ThesisApp.Core.Graph;

namespace ThesisApp.Coordination.Chapters;

/// <summary>What runs publish whose chapters have sandboxes of their own.</summary>
internal static class PublishedChapters
{
    /// <summary>What the run's field <c>per</c> says then.</summary>
    public const string Mode = "chapter";

    /// <summary>Every key that a run may have published; none for an ordinary one, or one whose records are in no form of ours; where a task is, those of the others.</summary>
    public static async Task<RedisKey[]> ListAsync(IDatabase database, string runId, CancellationToken cancellationToken)
    {
        try
        {
            if (await database.HashGetAsync(RunKeys.Meta(runId), "per").WaitAsync(cancellationToken) != Mode)
            {
                return [];
            }

            IReadOnlyList<TaskDefinition> tasks = await ChapterTaskReader.ReadReadableDefinitionsAsync(database, runId, cancellationToken);
            return [.. tasks.Select(task => task.Chapter).OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(chapter => new[] { RunKeys.ChapterContent(runId, chapter), RunKeys.ChapterComplete(runId, chapter) })];
        }
        catch (Exception exception) when (StoreFaults.IsUnreadable(exception))
        {
            // It is to be deleted all the same.
            return [];
        }
    }
}
