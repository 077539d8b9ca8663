using System.Net;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>Follows objects of one kind: lists them, then hears of each change. Where the hearing was cut it goes on from the last that was heard; where the server has forgotten that (410 Gone), it lists again.</summary>
internal sealed class KubernetesWatch<T>(
    Func<CancellationToken, Task<IItems<T>>> list,
    Func<string, Action<Exception>, CancellationToken, IAsyncEnumerable<(WatchEventType Kind, T Item)>> watch,
    Func<Action<IEnumerable<T>>> beforeList,
    Action<T, bool> onChange,
    TimeProvider time) : IAsyncDisposable
    where T : IKubernetesObject<V1ObjectMeta>
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _stop = new();
    private Task? _following;
    private string? _version;

    /// <summary>Lists, and follows from there on; does nothing if it does already.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_following is null)
        {
            await ListAsync(cancellationToken);
            _following = FollowAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_following is not null)
        {
            await _following;
        }

        _stop.Dispose();
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        Action<IEnumerable<T>> afterwards = beforeList();
        IItems<T> items = await list(cancellationToken);
        foreach (T item in items.Items)
        {
            onChange(item, false);
        }

        afterwards(items.Items);
        _version = ((IMetadata<V1ListMeta>)items).Metadata.ResourceVersion;
    }

    private async Task FollowAsync()
    {
        TimeSpan pause = FirstPause;
        while (!_stop.IsCancellationRequested)
        {
            bool hasHeard = false;
            long began = time.GetTimestamp();
            try
            {
                if (_version is null)
                {
                    await ListAsync(_stop.Token);
                }

                hasHeard = await HearAsync(_version!);
            }
            catch (Exception exception) when (IsGone(exception))
            {
                _version = null;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !_stop.IsCancellationRequested)
            {
                // The server went away, refuses, or cut the answer: it is asked again, later each time.
            }
            catch (OperationCanceledException)
            {
                break;
            }

            // Where nothing happens, the server ends what it was listened to for minutes: that is no fault of its.
            pause = hasHeard || time.GetElapsedTime(began) >= LongestPause ? FirstPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;
            await Task.Delay(pause * (0.5 + (Random.Shared.NextDouble() / 2)), time, _stop.Token)
                .ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private async Task<bool> HearAsync(string from)
    {
        bool hasHeard = false;
        Exception? fault = null;
        await foreach ((WatchEventType kind, T item) in watch(from, exception => fault = exception, _stop.Token))
        {
            hasHeard = true;
            _version = item.Metadata.ResourceVersion;
            if (kind is WatchEventType.Added or WatchEventType.Modified or WatchEventType.Deleted)
            {
                onChange(item, kind is WatchEventType.Deleted);
            }
        }

        return fault is null ? hasHeard : throw new KubernetesException(fault is KubernetesException { Status: { } status } ? status : null, fault);
    }

    private static bool IsGone(Exception exception) => exception is HttpOperationException { Response.StatusCode: HttpStatusCode.Gone } or KubernetesException { Status.Code: (int)HttpStatusCode.Gone };
}
