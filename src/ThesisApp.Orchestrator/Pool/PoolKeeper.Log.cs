namespace ThesisApp.Orchestrator.Pool;

/// <summary>What the keeper of the pool tells.</summary>
internal sealed partial class PoolKeeper
{
    [LoggerMessage(123, LogLevel.Information, "Starts {Count} sandboxes beside {Present}.")]
    private static partial void LogGrows(ILogger logger, int count, int present);

    [LoggerMessage(124, LogLevel.Information, "Stops sandbox {SandboxId}: it is one too many.")]
    private static partial void LogStops(ILogger logger, string sandboxId);

    [LoggerMessage(125, LogLevel.Information, "Adopted sandbox {SandboxId}, which an earlier orchestrator has started.")]
    private static partial void LogAdopted(ILogger logger, string sandboxId);

    [LoggerMessage(126, LogLevel.Warning, "Ends sandbox {SandboxId}: it is none of the pool, or has ended.")]
    private static partial void LogStray(ILogger logger, string sandboxId);

    [LoggerMessage(127, LogLevel.Warning, "Sandbox {SandboxId} ended with code {Code} (out of memory: {OutOfMemory}). Its last lines: {Output}")]
    private static partial void LogEnded(ILogger logger, string sandboxId, int? code, bool outOfMemory, string output);

    [LoggerMessage(128, LogLevel.Error, "Sandbox {SandboxId} did not start: {Reason}. The next is tried in {Pause}.")]
    private static partial void LogNotStarted(ILogger logger, string sandboxId, string reason, TimeSpan pause);

    [LoggerMessage(129, LogLevel.Error, "Sandbox {SandboxId} could not be stopped.")]
    private static partial void LogStopFailed(ILogger logger, Exception exception, string sandboxId);

    [LoggerMessage(130, LogLevel.Warning, "Sandbox {SandboxId} is ended by force: its agent was not heard of for {Silence}.")]
    private static partial void LogSilent(ILogger logger, string sandboxId, TimeSpan silence);
}
