namespace ThesisApp.Coordination.Chapters;

/// <summary>Which chapters want a sandbox of their own. What orchestrators ask.</summary>
public interface IChapterWork
{
    /// <summary>Chapters of running runs that have all that they need from outside and a task that could be leased now, the most urgent first.</summary>
    Task<IReadOnlyList<SandboxScope>> ListStartableAsync(CancellationToken cancellationToken);
}
