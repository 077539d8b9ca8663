using ThesisApp.Client;
using ThesisApp.Contracts.Agents;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.TestSupport.Programs;

/// <summary>Runs of a system under test, over its API. An orchestrator that is away for a moment is waited for.</summary>
/// <param name="client">The API's client.</param>
public sealed class RunsOf(IThesisClient client)
{
    /// <summary>The sample's sources.</summary>
    public static async Task<Dictionary<string, ReadOnlyMemory<byte>>> ReadSampleSourcesAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, ReadOnlyMemory<byte>> sources = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(BuiltPrograms.Sample, "sources")))
        {
            sources.Add($"sources/{Path.GetFileName(file)}", await File.ReadAllBytesAsync(file, cancellationToken));
        }

        return sources;
    }

    /// <summary>Submits the sample thesis.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="perChapter">True for a sandbox for each chapter.</param>
    /// <returns>The run's id.</returns>
    public async Task<string> SubmitSampleAsync(CancellationToken cancellationToken, bool perChapter = false)
    {
        Dictionary<string, ReadOnlyMemory<byte>> sources = await ReadSampleSourcesAsync(cancellationToken);
        return await SubmitAsync(await File.ReadAllBytesAsync(Path.Combine(BuiltPrograms.Sample, "thesis.yaml"), cancellationToken), sources, cancellationToken, perChapter);
    }

    /// <summary>Submits a thesis with the sample's bibliography.</summary>
    /// <returns>The run's id.</returns>
    public async Task<string> SubmitAsync(ReadOnlyMemory<byte> spec, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sources, CancellationToken cancellationToken, bool perChapter = false)
    {
        RunSubmission submission = new(
            spec,
            sources,
            await File.ReadAllBytesAsync(Path.Combine(BuiltPrograms.Sample, "references.bib"), cancellationToken),
            IdempotencyKey: Guid.NewGuid().ToString("N"))
        {
            PerChapter = perChapter,
        };
        return (await PatientlyAsync(token => client.SubmitAsync(submission, token), cancellationToken)).Id;
    }

    /// <summary>Waits until a run cannot go on.</summary>
    public async Task<RunInfo> WaitForEndAsync(string runId, CancellationToken cancellationToken)
    {
        RunInfo? last = null;
        return await Eventually.GetAsync(
            async token =>
            {
                last = await FindAsync(runId, token);
                return last.IsFinal ? last : null;
            },
            () => $"the end of the run, which was last seen as {last}",
            cancellationToken);
    }

    /// <summary>Waits until so many tasks are done and the run still goes on.</summary>
    public async Task WaitForTasksAsync(string runId, int done, CancellationToken cancellationToken)
    {
        RunInfo run = await Eventually.GetAsync(
            async token => await FindAsync(runId, token) is var now && (now.Tasks.Done >= done || now.IsFinal) ? now : null,
            () => $"{done} tasks to be done",
            cancellationToken);
        if (run.IsFinal)
        {
            throw new InvalidOperationException($"The run ended before anything could happen to it: {run}");
        }
    }

    /// <summary>A run.</summary>
    public Task<RunInfo> FindAsync(string runId, CancellationToken cancellationToken) => PatientlyAsync(
        async token => await client.FindRunAsync(runId, token) ?? throw new InvalidOperationException($"The run {runId} is lost."), cancellationToken);

    /// <summary>All runs, newest first.</summary>
    public Task<IReadOnlyList<RunInfo>> ListAsync(CancellationToken cancellationToken) => PatientlyAsync(client.ListRunsAsync, cancellationToken);

    /// <summary>A run's tasks.</summary>
    public Task<IReadOnlyList<TaskInfo>> ListTasksAsync(string runId, CancellationToken cancellationToken) =>
        PatientlyAsync(token => client.ListTasksAsync(runId, token), cancellationToken);

    /// <summary>All events of a run that has ended.</summary>
    public Task<List<RunEvent>> ListEventsAsync(string runId, CancellationToken cancellationToken) => PatientlyAsync(
        async token =>
        {
            List<RunEvent> events = [];
            await foreach (RunEvent happened in client.FollowEventsAsync(runId, after: 0, token))
            {
                events.Add(happened);
            }

            return events;
        },
        cancellationToken);

    /// <summary>The events of a run that goes on, up to the first that is looked for.</summary>
    public Task<List<RunEvent>> ListEventsUpToAsync(string runId, Func<RunEvent, bool> isLast, CancellationToken cancellationToken) => PatientlyAsync(
        async token =>
        {
            List<RunEvent> events = [];
            await Eventually.WithinLimitAsync(
                async limited =>
                {
                    await foreach (RunEvent happened in client.FollowEventsAsync(runId, after: 0, limited))
                    {
                        events.Add(happened);
                        if (isLast(happened))
                        {
                            return;
                        }
                    }

                    throw new InvalidOperationException($"The run {runId} ended without the event that was waited for.");
                },
                () => $"an event; there were:\n{string.Join('\n', events)}",
                token);
            return events;
        },
        cancellationToken);

    /// <summary>Lets a paused run go on.</summary>
    public Task<RunInfo> ResumeAsync(string runId, CancellationToken cancellationToken) => PatientlyAsync(token => client.ResumeAsync(runId, token), cancellationToken);

    /// <summary>Waits until nothing more happens to a run unless somebody acts.</summary>
    public async Task<RunInfo> WaitForRestAsync(string runId, CancellationToken cancellationToken)
    {
        RunInfo? last = null;
        return await Eventually.GetAsync(
            async token =>
            {
                last = await FindAsync(runId, token);
                return last.IsAtRest ? last : null;
            },
            () => $"the run to rest, which was last seen as {last}",
            cancellationToken);
    }

    /// <summary>Ends a run.</summary>
    public Task<RunInfo> CancelAsync(string runId, CancellationToken cancellationToken) => PatientlyAsync(token => client.CancelAsync(runId, token), cancellationToken);

    /// <summary>Deletes a run.</summary>
    public Task DeleteAsync(string runId, CancellationToken cancellationToken) => client.DeleteRunAsync(runId, cancellationToken);

    /// <summary>Stops the handing out of a run's tasks.</summary>
    public Task<RunInfo> PauseAsync(string runId, CancellationToken cancellationToken) => PatientlyAsync(token => client.PauseAsync(runId, token), cancellationToken);

    /// <summary>Agents that have been seen lately.</summary>
    public Task<IReadOnlyList<AgentInfo>> ListAgentsAsync(CancellationToken cancellationToken) => PatientlyAsync(client.ListAgentsAsync, cancellationToken);

    /// <summary>The finished text.</summary>
    public Task<byte[]> DownloadThesisAsync(string runId, CancellationToken cancellationToken) => DownloadAsync(runId, "thesis.md", cancellationToken);

    /// <summary>Every document of a run.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> DownloadAllAsync(string runId, CancellationToken cancellationToken)
    {
        Dictionary<string, byte[]> documents = new(StringComparer.Ordinal);
        foreach (string name in (await PatientlyAsync(token => client.ListDocumentsAsync(runId, token), cancellationToken)).Select(document => document.Name))
        {
            documents.Add(name, await DownloadAsync(runId, name, cancellationToken));
        }

        return documents;
    }

    private Task<byte[]> DownloadAsync(string runId, string name, CancellationToken cancellationToken) =>
        PatientlyAsync(token => client.DownloadAsync(runId, name, token), cancellationToken);

    private static Task<T> PatientlyAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        string reason = string.Empty;
        return Eventually.GetAsync<T>(
            async token =>
            {
                try
                {
                    return await call(token);
                }
                catch (Exception exception) when (exception is HttpRequestException or IOException or ThesisApiException { StatusCode: >= 500 }
                    || (exception is TaskCanceledException && !token.IsCancellationRequested))
                {
                    reason = exception.Message;
                    return null;
                }
            },
            () => $"an answer of the orchestrator: {reason}",
            cancellationToken);
    }
}
