namespace ThesisApp.Coordination.Revisions;

/// <summary>What users change in a run that agents work on. Each change names what the user was shown: where that is another by now, nothing is changed.</summary>
public interface IRunRevisions
{
    /// <summary>Lets a run go on that waits for the approval of its outline.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="shown">The outline's stored form as the user was shown it.</param>
    /// <param name="approved">The outline to go on with: the same, or an edited one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<RevisionResult> ApproveOutlineAsync(string runId, ReadOnlyMemory<byte> shown, ReadOnlyMemory<byte> approved, CancellationToken cancellationToken);

    /// <summary>Notes what a user has done to a section, and has done again what depends on it; results that agents have in hand for any of that come too late.</summary>
    Task<RevisionResult> ReviseSectionAsync(string runId, SectionChange change, CancellationToken cancellationToken);
}
