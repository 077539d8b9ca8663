using ThesisApp.Contracts.Agents;
using ThesisApp.Contracts.Documents;
using ThesisApp.Contracts.Runs;
using ThesisApp.Contracts.Sections;

namespace ThesisApp.Client;

/// <summary>Typed client of the orchestrator's REST API.</summary>
/// <remarks>Every method throws <see cref="ThesisApiException"/> when the service answers with problem details, and <see cref="HttpRequestException"/> when it cannot be reached.</remarks>
public interface IThesisClient
{
    /// <summary>Submits a run. Repeating it with the same <see cref="RunSubmission.IdempotencyKey"/> returns the first one's run.</summary>
    Task<RunInfo> SubmitAsync(RunSubmission submission, CancellationToken cancellationToken);

    /// <summary>All runs, newest first.</summary>
    Task<IReadOnlyList<RunInfo>> ListRunsAsync(CancellationToken cancellationToken);

    /// <summary>A run, or null if there is none with this id.</summary>
    Task<RunInfo?> FindRunAsync(string runId, CancellationToken cancellationToken);

    /// <summary>The tasks of a run.</summary>
    Task<IReadOnlyList<TaskInfo>> ListTasksAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Events after a sequence number, then each new one until the run is final. Reconnects by itself after a broken connection and never repeats or skips an event.</summary>
    IAsyncEnumerable<RunEvent> FollowEventsAsync(string runId, long after, CancellationToken cancellationToken);

    /// <summary>Ends a run.</summary>
    Task<RunInfo> CancelAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Stops handing out tasks.</summary>
    Task<RunInfo> PauseAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Hands out tasks again.</summary>
    Task<RunInfo> ResumeAsync(string runId, CancellationToken cancellationToken);

    /// <summary>A run's outline as YAML, with its revision.</summary>
    Task<RevisedText> GetOutlineAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Lets a run go on that waits for the approval of its outline.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="revision">The revision that was read, or null for whatever is there.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<RunInfo> ApproveOutlineAsync(string runId, string? revision, CancellationToken cancellationToken);

    /// <summary>The same with an edited outline.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="edited">The edited YAML and the revision that it is based on; <c>*</c> for any.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<RunInfo> EditOutlineAsync(string runId, RevisedText edited, CancellationToken cancellationToken);

    /// <summary>The sections of a run: who has written each, its revision, its comments.</summary>
    Task<IReadOnlyList<SectionInfo>> ListSectionsAsync(string runId, CancellationToken cancellationToken);

    /// <summary>A section's text as Markdown, with its revision.</summary>
    Task<RevisedText> GetSectionAsync(string runId, string sectionId, CancellationToken cancellationToken);

    /// <summary>Puts a text in the place of a section's; refused if the section is not the one of the revision any more.</summary>
    Task<SectionInfo> EditSectionAsync(string runId, string sectionId, RevisedText edited, CancellationToken cancellationToken);

    /// <summary>Keeps a section as it is.</summary>
    Task<SectionInfo> LockSectionAsync(string runId, string sectionId, CancellationToken cancellationToken);

    /// <summary>Gives an edited or locked section back to the agents.</summary>
    Task<SectionInfo> UnlockSectionAsync(string runId, string sectionId, CancellationToken cancellationToken);

    /// <summary>Tells the agents what to change in a section.</summary>
    Task<SectionInfo> CommentSectionAsync(string runId, string sectionId, string comment, CancellationToken cancellationToken);

    /// <summary>Gives a dead letter new attempts.</summary>
    Task<RunInfo> RetryTaskAsync(string runId, string taskId, CancellationToken cancellationToken);

    /// <summary>Deletes a run with everything it holds.</summary>
    Task DeleteRunAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Documents of a run; those that are not made yet are not listed.</summary>
    Task<IReadOnlyList<DocumentInfo>> ListDocumentsAsync(string runId, CancellationToken cancellationToken);

    /// <summary>A document's bytes.</summary>
    Task<byte[]> DownloadAsync(string runId, string documentName, CancellationToken cancellationToken);

    /// <summary>Agents that have been seen lately.</summary>
    Task<IReadOnlyList<AgentInfo>> ListAgentsAsync(CancellationToken cancellationToken);
}
