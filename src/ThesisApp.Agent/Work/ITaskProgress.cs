namespace ThesisApp.Agent.Work;

/// <summary>Takes what a handler says of its progress; the next heartbeat carries it.</summary>
public interface ITaskProgress
{
    /// <summary>Says how far the work is.</summary>
    /// <param name="progress">0 to 1.</param>
    /// <param name="activity">What is being done, in a few words.</param>
    void Report(double progress, string? activity);
}
