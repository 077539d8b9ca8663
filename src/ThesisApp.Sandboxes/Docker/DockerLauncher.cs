using System.Collections.Concurrent;
using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace ThesisApp.Sandboxes.Docker;

/// <summary>Sandboxes that are containers of a Docker engine, removed by it as soon as they end.</summary>
public sealed class DockerLauncher : ISandboxLauncher, IAsyncDisposable
{
    // Between the end of a container and the engine's word of it.
    private static readonly TimeSpan NewsPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly DockerLauncherOptions _options;
    private readonly TimeProvider _time;
    private readonly DockerClient _client;
    private readonly DockerEvents _events;
    private readonly ConcurrentDictionary<string, DockerOutput> _outputs = new(StringComparer.Ordinal);

    /// <summary>Creates the launcher; the engine is asked nothing yet.</summary>
    public DockerLauncher(DockerLauncherOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _time) = (options, time);
        _client = new DockerClientBuilder().WithEndpoint(options.Endpoint).Build();
        _events = new DockerEvents(_client, options.Pool, time);
    }

    /// <inheritdoc/>
    public string Kind => SandboxKinds.Docker;

    /// <inheritdoc/>
    public Task<SandboxReport> ExamineAsync(CancellationToken cancellationToken) => DockerExamination.ExamineAsync(_client, _options.Endpoint, cancellationToken);

    /// <inheritdoc/>
    public async Task StartAsync(SandboxSpec spec, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spec);
        string? container = null;
        try
        {
            await _events.ListenAsync(cancellationToken);
            container = (await _client.Containers.CreateContainerAsync(DockerContainer.Describe(spec.Checked(), _options), cancellationToken)).ID;
            _events.Forget(spec.Id);
            MultiplexedStream output = await _client.Containers.AttachContainerAsync(
                container, new ContainerAttachParameters { Stream = true, Stdout = true, Stderr = true }, cancellationToken);
            _outputs[spec.Id] = new DockerOutput(output);
            await _client.Containers.StartContainerAsync(container, new ContainerStartParameters(), cancellationToken);
        }
        catch (Exception exception)
        {
            if (container is not null)
            {
                await RemoveAsync(spec.Id, CancellationToken.None);
            }

            throw exception switch
            {
                DockerApiException { StatusCode: HttpStatusCode.Conflict } => new SandboxExistsException(spec.Id, exception),
                DockerImageNotFoundException => new SandboxException($"The engine has no image '{_options.Image}': build or pull it.", exception),
                DockerApiException or HttpRequestException or IOException or TimeoutException => new SandboxException($"The container did not start: {exception.Message}", exception),
                _ => exception,
            };
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SandboxInfo>> ListAsync(CancellationToken cancellationToken)
    {
        IList<ContainerListResponse> containers = await _client.Containers.ListContainersAsync(
            new ContainersListParameters
            {
                All = true,
                Filters = new Dictionary<string, IDictionary<string, bool>> { ["label"] = new Dictionary<string, bool> { [$"{DockerLabels.Pool}={_options.Pool}"] = true } },
            },
            cancellationToken);
        return
        [
            .. containers
                .Select(container => new SandboxInfo(
                    container.Labels[DockerLabels.Sandbox],
                    new DateTimeOffset(DateTime.SpecifyKind(container.Created, DateTimeKind.Utc)),
                    EndOf(container)))
                .OrderBy(sandbox => sandbox.Id, StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    public async Task<bool> AdoptAsync(string id, CancellationToken cancellationToken)
    {
        // The engine keeps it; all there is to do is to listen for its end.
        await _events.ListenAsync(cancellationToken);
        try
        {
            return (await _client.Containers.InspectContainerAsync(DockerContainer.NameOf(_options, id), cancellationToken)).State is { Running: true };
        }
        catch (DockerContainerNotFoundException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<SandboxExit> WaitAsync(string id, CancellationToken cancellationToken)
    {
        await _events.ListenAsync(cancellationToken);
        Task<SandboxExit> end = _events.EndOf(id);
        if (!end.IsCompleted && !(await ListAsync(cancellationToken)).Any(sandbox => sandbox.Id == id))
        {
            // Nothing is there: either the news of its end is on the way, or there never was one.
            try
            {
                return await end.WaitAsync(_outputs.ContainsKey(id) ? NewsPatience : TimeSpan.Zero, _time, cancellationToken);
            }
            catch (TimeoutException)
            {
                return SandboxExit.Unseen;
            }
        }

        SandboxExit exit = await end.WaitAsync(cancellationToken);
        return _outputs.TryGetValue(id, out DockerOutput? output) ? await AfterAsync(output, exit, cancellationToken) : exit;
    }

    /// <inheritdoc/>
    public async Task<SandboxExit> StopAsync(string id, TimeSpan patience, CancellationToken cancellationToken)
    {
        await IfThereAsync(_client.Containers.StopContainerAsync(
            DockerContainer.NameOf(_options, id), new ContainerStopParameters { WaitBeforeKillSeconds = (uint)Math.Ceiling(patience.TotalSeconds) }, cancellationToken));
        return await WaitAsync(id, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<SandboxExit> KillAsync(string id, CancellationToken cancellationToken)
    {
        await IfThereAsync(_client.Containers.KillContainerAsync(DockerContainer.NameOf(_options, id), new ContainerKillParameters { Signal = "KILL" }, cancellationToken));
        return await WaitAsync(id, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string> ReadOutputAsync(string id, CancellationToken cancellationToken)
    {
        if (_outputs.TryGetValue(id, out DockerOutput? output))
        {
            return output.Text;
        }

        try
        {
            using MultiplexedStream log = await _client.Containers.GetContainerLogsAsync(
                DockerContainer.NameOf(_options, id), new ContainerLogsParameters { ShowStdout = true, ShowStderr = true, Tail = "100" }, cancellationToken);
            (string written, string errors) = await log.ReadOutputToEndAsync(cancellationToken);
            return written + errors;
        }
        catch (DockerApiException)
        {
            return string.Empty;
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        string name = DockerContainer.NameOf(_options, id);
        await IfThereAsync(_client.Containers.RemoveContainerAsync(name, new ContainerRemoveParameters { Force = true, RemoveVolumes = true }, cancellationToken));
        while ((await ListAsync(cancellationToken)).Any(sandbox => sandbox.Id == id))
        {
            // The engine may be at it already.
            await Task.Delay(Look, _time, cancellationToken);
        }

        if (_outputs.TryRemove(id, out DockerOutput? output))
        {
            output.Dispose();
        }

        _events.Forget(id);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync();
        foreach (DockerOutput output in _outputs.Values)
        {
            output.Dispose();
        }

        _client.Dispose();
    }

    // The engine's list may lag behind its own events.
    private SandboxExit? EndOf(ContainerListResponse container) =>
        _events.KnownEndOf(container.Labels[DockerLabels.Sandbox]) ?? (container.State is "exited" or "dead" or "removing" ? SandboxExit.Unseen : null);

    private static async Task<SandboxExit> AfterAsync(DockerOutput output, SandboxExit exit, CancellationToken cancellationToken)
    {
        await output.Read.WaitAsync(NewsPatience, cancellationToken).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return exit;
    }

    private static async Task IfThereAsync(Task call)
    {
        try
        {
            await call;
        }
        catch (DockerApiException exception) when (exception.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.NotModified)
        {
            // It has ended, or is being removed.
        }
    }
}
