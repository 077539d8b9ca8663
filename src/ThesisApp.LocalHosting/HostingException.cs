namespace ThesisApp.LocalHosting;

/// <summary>The application cannot run, for a reason that a user can mend.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="exitCode">What the process ends with: 2 for bad settings or inputs, 3 for what did not start.</param>
/// <param name="innerException">The cause, if any.</param>
public sealed class HostingException(string message, int exitCode, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Exit code for bad settings.</summary>
    public const int BadSettings = 2;

    /// <summary>Exit code for a part that did not start.</summary>
    public const int NotStarted = 3;

    /// <summary>What the process ends with.</summary>
    public int ExitCode { get; } = exitCode;
}
