using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Events;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Orchestrator.Events;

/// <summary>A run's events in the form of server-sent events.</summary>
/// <param name="log">The event log.</param>
/// <param name="time">The clock of the keep-alives.</param>
/// <param name="stopping">Fires when the service stops: streams end then, so that stopping does not wait for them.</param>
internal sealed class EventStream(IEventLog log, TimeProvider time, CancellationToken stopping)
{
    // Proxies commonly close a connection that was silent for 30 to 60 seconds.
    private static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(15);

    /// <summary>Ends with an event of type <see cref="ServerEventTypes.End"/> once the run is final; without one when the service stops or the store is away, so that clients come back.</summary>
    public async IAsyncEnumerable<SseItem<RunEvent?>> ReadAsync(string runId, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        await using IAsyncEnumerator<RunEvent> events = log.FollowAsync(runId, after, ending.Token).GetAsyncEnumerator(ending.Token);
        long last = after;
        while (true)
        {
            Task<Step> next = NextAsync(events);
            while (await Task.WhenAny(next, Task.Delay(KeepAliveInterval, time, ending.Token)) != next)
            {
                if (!ending.IsCancellationRequested)
                {
                    yield return new SseItem<RunEvent?>(null, ServerEventTypes.KeepAlive);
                }
            }

            switch (await next)
            {
                case Step.Event:
                    last = events.Current.Sequence;
                    yield return new SseItem<RunEvent?>(events.Current, events.Current.Type) { EventId = last.ToString(CultureInfo.InvariantCulture) };
                    break;
                case Step.End:
                    yield return new SseItem<RunEvent?>(null, ServerEventTypes.End) { EventId = last.ToString(CultureInfo.InvariantCulture) };
                    yield break;
                default:
                    yield break;
            }
        }
    }

    private static async Task<Step> NextAsync(IAsyncEnumerator<RunEvent> events)
    {
        try
        {
            return await events.MoveNextAsync() ? Step.Event : Step.End;
        }
        catch (Exception exception) when (exception is OperationCanceledException || StoreFaults.IsPassing(exception))
        {
            return Step.Broken;
        }
    }

    private enum Step
    {
        Event,
        End,
        Broken,
    }
}
