using Docker.DotNet;
using Docker.DotNet.Models;

namespace ThesisApp.Sandboxes.Docker;

/// <summary>Hears from the engine how containers end. They are removed at once, so nobody could ask later.</summary>
internal sealed class DockerEvents(IDockerClient client, string pool, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly DockerEnds _ends = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _opening = new(1, 1);
    private Task? _listening;
    private string _since = string.Empty;

    /// <summary>Listens from now on. Whatever is started after this has returned is heard to end.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_listening is null)
            {
                Stream stream = await OpenAsync(cancellationToken);
                _listening = ListenAsync(stream);
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Completes with the end of a sandbox.</summary>
    public Task<SandboxExit> EndOf(string id) => _ends.Of(id);

    /// <summary>The end of a sandbox, or null as long as none was heard of.</summary>
    public SandboxExit? KnownEndOf(string id) => _ends.Known(id);

    /// <summary>Forgets a sandbox, so that its id can be used again. Whoever still waits for its end has missed it.</summary>
    public void Forget(string id) => _ends.Forget(id);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_listening is not null)
        {
            await _listening;
        }

        _stop.Dispose();
        _opening.Dispose();
    }

    private async Task ListenAsync(Stream stream)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using StreamReader reader = new(stream);
                while (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    if (DockerEvent.Read(line) is { } happened)
                    {
                        Note(happened);
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or HttpRequestException)
            {
                // The engine went away, or this does.
            }

            stream = await OpenAgainAsync();
        }

        await stream.DisposeAsync();
    }

    private async Task<Stream> OpenAgainAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                return await OpenAsync(_stop.Token);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                await Task.Delay(Pause, time, _stop.Token).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        return Stream.Null;
    }

    // From the last one that was heard: what happened meanwhile is told again.
#pragma warning disable CS0618 // The other overload does not tell when it listens, and what ends before that would be lost.
    private Task<Stream> OpenAsync(CancellationToken cancellationToken) => client.System.MonitorEventsAsync(
        new ContainerEventsParameters
        {
            Since = _since.Length == 0 ? null : _since,
            Filters = new Dictionary<string, IDictionary<string, bool>>
            {
                ["type"] = new Dictionary<string, bool> { ["container"] = true },
                ["label"] = new Dictionary<string, bool> { [$"{DockerLabels.Pool}={pool}"] = true },
                ["event"] = new Dictionary<string, bool> { ["die"] = true, ["oom"] = true },
            },
        },
        cancellationToken);
#pragma warning restore CS0618

    private void Note(DockerEvent happened)
    {
        if (happened.SandboxId is { } id)
        {
            if (happened.IsOutOfMemory)
            {
                _ends.NoteOutOfMemory(id);
            }
            else
            {
                _ends.Note(id, happened.ExitCode);
            }
        }

        _since = happened.Time ?? _since;
    }
}
