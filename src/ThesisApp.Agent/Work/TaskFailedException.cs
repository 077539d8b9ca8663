namespace ThesisApp.Agent.Work;

/// <summary>A task failed for a reason that another attempt would meet again.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">The cause, if any.</param>
    public TaskFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
