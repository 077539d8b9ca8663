using ThesisApp.Cli.Hosting;
using ThesisApp.Cli.Progress;
using ThesisApp.Cli.Servers;
using ThesisApp.Client;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Generate;

/// <summary>From inputs to documents in the output folder.</summary>
internal sealed class GenerateJob(CliServices services, GenerateRequest request)
{
    // A dead host is started again within this time.
    private static readonly TimeSpan PatienceWithOwnSystem = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PatienceWithServer = TimeSpan.FromSeconds(30);

    private readonly DateTimeOffset _startedAt = services.Time.GetUtcNow();

    /// <summary>Does the work.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(request.StateFolder);
        await using var folderLock = OutputLock.Take(request.StateFolder);
        try
        {
            return request.Server is { } server
                ? await RunOnServerAsync(server, cancellationToken)
                : await RunOnOwnSystemAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            services.Terminal.Say(request.Server is null
                ? "Stopped. The same command goes on where this one stopped."
                : "Stopped looking; the run goes on at the server. The same command looks at it again and fetches the documents.");
            throw;
        }
    }

    private async Task<int> RunOnServerAsync(Uri server, CancellationToken cancellationToken)
    {
        using var connection = ServerConnection.Open(new FixedServerAddress(server), services.Time, PatienceWithServer);
        return await ProduceAsync(connection, cancellationToken);
    }

    private async Task<int> RunOnOwnSystemAsync(CancellationToken cancellationToken)
    {
        services.Terminal.Say($"Starting the system: {(request.Redis is null ? "embedded Redis" : "your Redis")}, orchestrator, {DescribeAgents()} ...");
        var options = new LocalSystemOptions(request.StateFolder, request.Agents, request.Port, request.Redis, request.Pool);
        await using var system = await LocalSystem.StartAsync(options, services, cancellationToken);
        services.Terminal.Say($"It is up at {system.Address.Current} and keeps its logs in {options.LogFolder}");
        using var connection = ServerConnection.Open(system.Address, services.Time, PatienceWithOwnSystem);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = ProduceAsync(connection, stop.Token);
        if (await Task.WhenAny(work, system.Ended) == system.Ended)
        {
            await stop.CancelAsync();
            await work.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await system.Ended;
        }

        var exitCode = await work;
        if (request.Keep)
        {
            services.Terminal.Say($"The system stays up at {system.Address.Current}; Ctrl+C stops it.");
            await system.Ended.WaitAsync(cancellationToken).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        return exitCode;
    }

    private string DescribeAgents() => request.Pool is { } pool
        ? $"{(pool.Min == pool.Max ? $"{pool.Max}" : $"{pool.Min} to {pool.Max}")} {pool.Kind} sandboxes{(pool.Once ? ", a fresh one for each task" : "")}"
        : request.Agents == 1 ? "1 agent" : $"{request.Agents} agents";

    private async Task<int> ProduceAsync(ServerConnection connection, CancellationToken cancellationToken)
    {
        var resume = new ResumeFile(Path.Combine(request.StateFolder, "generate.json"));
        var (state, run) = await SubmitAsync(connection.Client, resume, cancellationToken);
        var approval = new OutlineApproval(services, request);
        var snapshot = await FollowAsync(connection, run, cancellationToken);
        while (snapshot.Run.State == RunState.AwaitingApproval && await approval.GetAsync(connection.Client, run.Id, cancellationToken))
        {
            snapshot = await FollowAsync(connection, await RunLookup.FindAsync(connection.Client, run.Id, cancellationToken), cancellationToken);
        }

        if (request.Approval.File is { } unused && !approval.FileWasSent)
        {
            services.Terminal.Say($"The outline '{unused}' was not used: the run did not wait for one. --approve outline lets a new run wait.");
        }

        var delivery = await new Delivery(connection.Client, request.Output).DeliverAsync(snapshot, state, cancellationToken);
        resume.Save(state with { IsFinished = snapshot.Run.IsFinal, Documents = delivery.Documents });
        return new GenerateOutcome(services, request).Write(snapshot, delivery, services.Time.GetUtcNow() - _startedAt);
    }

    private async Task<RunSnapshot> FollowAsync(ServerConnection connection, RunInfo run, CancellationToken cancellationToken) => run.IsFinal
        ? new RunSnapshot(run, await connection.Client.ListTasksAsync(run.Id, cancellationToken), [])
        : await ProgressViews.For(services).ShowAsync(connection, run.Id, _startedAt, cancellationToken);

    private async Task<(ResumeState State, RunInfo Run)> SubmitAsync(IThesisClient client, ResumeFile resume, CancellationToken cancellationToken)
    {
        var state = resume.LoadOrBegin(InputHash.Of(request.Bundle) + (request.PerChapter ? "-per-chapter" : ""), request.Server?.ToString());
        resume.Save(state);
        var run = await client.SubmitAsync(CreateSubmission(state), cancellationToken);
        if (run.State is RunState.Failed or RunState.Cancelled)
        {
            services.Terminal.Say($"The earlier run {run.Id} {StateText.Sentence(run.State)}; starting a new one.");
            state = ResumeFile.Begin(state.InputHash, state.Server, state.Documents);
            resume.Save(state);
            run = await client.SubmitAsync(CreateSubmission(state), cancellationToken);
        }
        else if (state.RunId == run.Id)
        {
            services.Terminal.Say($"Going on with run {run.Id}: {run.Tasks.Done} of {run.Tasks.Total} tasks are done.");
        }

        if (request.PerChapter)
        {
            services.Terminal.Say($"A sandbox for each chapter. In Redis: {{run:{run.Id}}}:CHAPTER:content, and {{run:{run.Id}}}:complete:CHAPTER once it is there.");
        }

        state = state with { RunId = run.Id };
        resume.Save(state);
        if (run.State == RunState.Paused && request.Server is null)
        {
            run = await client.ResumeAsync(run.Id, cancellationToken);
        }

        return (state, run);
    }

    private RunSubmission CreateSubmission(ResumeState state) =>
        new(request.Bundle.SpecBytes, request.Bundle.Sources, request.Bundle.Bibliography, state.IdempotencyKey) { Images = request.Bundle.Images, Share = request.Share, ApproveOutline = request.Approval.IsAsked, PerChapter = request.PerChapter };
}
