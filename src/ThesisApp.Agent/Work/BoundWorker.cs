using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Core.Graph;

namespace ThesisApp.Agent.Work;

/// <summary>The life of an agent that is bound to one run, or to one chapter of it: it takes the tasks of that alone, and ends when the chapter is published, or nothing can be done for now.</summary>
internal sealed partial class BoundWorker(
    IBoundBoard board,
    TaskRunner runner,
    AgentStatus status,
    IOptions<AgentOptions> options,
    IHostApplicationLifetime lifetime,
    ILogger<BoundWorker> logger) : BackgroundService
{
    private readonly AgentOptions _options = options.Value;

    private string Name => _options.Chapter.Length == 0 ? $"run {_options.Run}" : $"chapter {_options.Chapter} of run {_options.Run}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogReady(logger, _options.Id, Name);
        try
        {
            bool isPublished = await (_options.Chapter.Length == 0 ? WorkForRunAsync(stoppingToken) : WorkForChapterAsync(stoppingToken));
            LogEnds(logger, _options.Id, Name, isPublished ? "is published" : "has nothing more for it now");
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogEnds(logger, _options.Id, Name, "is left to others");
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

    private async Task<bool> WorkForChapterAsync(CancellationToken stoppingToken)
    {
        SandboxScope scope = new(_options.Run, _options.Chapter);
        while (await board.LeaseAsync(_options.Id, scope, _options.ChapterPatience, stoppingToken) is { } lease)
        {
            long before = status.TasksDone;
            status.Current = lease;
            await runner.RunAsync(lease, takeNext: false, stoppingToken);
            status.Current = null;
            if (lease.Task.Kind == TaskKinds.Publish && status.TasksDone > before)
            {
                return true;
            }
        }

        return false;
    }

    // The next task comes with the answer to the last one's result, where there is one.
    private async Task<bool> WorkForRunAsync(CancellationToken stoppingToken)
    {
        SandboxScope scope = new(_options.Run);
        while (await board.LeaseAsync(_options.Id, scope, _options.ChapterPatience, stoppingToken) is { } first)
        {
            for (TaskLease? lease = first; lease is not null;)
            {
                if (stoppingToken.IsCancellationRequested)
                {
                    await runner.ReleaseAsync(lease);
                    return false;
                }

                status.Current = lease;
                lease = await runner.RunAsync(lease, takeNext: !_options.Once, stoppingToken);
                status.Current = lease;
            }

            if (_options.Once)
            {
                break;
            }
        }

        return false;
    }

    [LoggerMessage(32, LogLevel.Information, "Agent {AgentId} is ready for {Scope}.")]
    private static partial void LogReady(ILogger logger, string agentId, string scope);

    [LoggerMessage(33, LogLevel.Information, "Agent {AgentId} ends: {Scope} {Reason}.")]
    private static partial void LogEnds(ILogger logger, string agentId, string scope, string reason);
}
