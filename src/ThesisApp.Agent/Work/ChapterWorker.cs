using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Core.Graph;

namespace ThesisApp.Agent.Work;

/// <summary>The life of an agent that is bound to one chapter: it takes the chapter's tasks one by one, and ends when the chapter is published, or nothing of it can be done for now.</summary>
internal sealed partial class ChapterWorker(
    IChapterBoard board,
    TaskRunner runner,
    AgentStatus status,
    IOptions<AgentOptions> options,
    IHostApplicationLifetime lifetime,
    ILogger<ChapterWorker> logger) : BackgroundService
{
    private readonly AgentOptions _options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogReady(logger, _options.Id, _options.Chapter, _options.Run);
        ChapterScope scope = new(_options.Run, _options.Chapter);
        try
        {
            bool isPublished = false;
            while (!isPublished && await board.LeaseAsync(_options.Id, scope, _options.ChapterPatience, stoppingToken) is { } lease)
            {
                long before = status.TasksDone;
                status.Current = lease;
                await runner.RunAsync(lease, takeNext: false, stoppingToken);
                status.Current = null;
                isPublished = lease.Task.Kind == TaskKinds.Publish && status.TasksDone > before;
            }

            LogEnds(logger, _options.Id, _options.Chapter, isPublished ? "is published" : "has nothing that could be done now");
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogEnds(logger, _options.Id, _options.Chapter, "is left to others");
        }
        catch
        {
            // As with any agent: whoever looks after the process must see that it did not mean to end.
            Environment.ExitCode = 1;
            throw;
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(32, LogLevel.Information, "Agent {AgentId} is ready for chapter {Chapter} of run {RunId}.")]
    private static partial void LogReady(ILogger logger, string agentId, string chapter, string runId);

    [LoggerMessage(33, LogLevel.Information, "Agent {AgentId} ends: chapter {Chapter} {Reason}.")]
    private static partial void LogEnds(ILogger logger, string agentId, string chapter, string reason);
}
