using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Client;

/// <summary>Reads a run's server-sent events, and goes on after a broken connection where it stopped.</summary>
internal sealed class EventFollower(HttpClient http, string runId, long after)
{
    private const int MostFailuresInARow = 60;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private long _after = after;

    public async IAsyncEnumerable<RunEvent> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int failures = 0;
        while (true)
        {
            IAsyncEnumerator<RunEvent> connection = ReadOnceAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (connection)
            {
                while (true)
                {
                    bool more;
                    try
                    {
                        more = await connection.MoveNextAsync();
                    }
                    catch (Exception exception) when (IsPassing(exception, cancellationToken) && ++failures < MostFailuresInARow)
                    {
                        break;
                    }

                    // The service ends the stream in order only when the run has ended.
                    if (!more)
                    {
                        yield break;
                    }

                    failures = 0;
                    yield return connection.Current;
                }
            }

            await Task.Delay(Pause(failures), cancellationToken);
        }
    }

    private static TimeSpan Pause(int failures) =>
        TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, FirstPause.TotalMilliseconds * Math.Pow(2, Math.Min(failures, 8))));

    private static bool IsPassing(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        ThesisApiException api => api.StatusCode >= 500,
        HttpRequestException or IOException => true,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    private async IAsyncEnumerable<RunEvent> ReadOnceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, ApiRoutes.Events(runId));
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (_after > 0)
        {
            request.Headers.Add("Last-Event-ID", _after.ToString(CultureInfo.InvariantCulture));
        }

        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await ProblemReader.ThrowIfProblemAsync(response, cancellationToken);
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        bool ended = false;
        await foreach (SseItem<string> item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            if (item.EventType == ServerEventTypes.End)
            {
                ended = true;
                break;
            }

            if (item.Data.Length > 0 && JsonSerializer.Deserialize(item.Data, ContractsJson.Default.RunEvent) is { } happened && happened.Sequence > _after)
            {
                _after = happened.Sequence;
                yield return happened;
            }
        }

        if (!ended)
        {
            throw new IOException("The event stream broke off.");
        }
    }
}
