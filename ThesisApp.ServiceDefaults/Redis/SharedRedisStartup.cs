using System.Net;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Microsoft.Extensions.Hosting;

/// <summary>Waits for the store before the service does anything, and says so when it does not come.</summary>
internal sealed partial class SharedRedisStartup(IConnectionMultiplexer redis, TimeProvider time, ILogger<SharedRedisStartup> logger) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        bool told = false;
        while (true)
        {
            try
            {
                await redis.GetDatabase().PingAsync().WaitAsync(cancellationToken);
                return;
            }
            catch (RedisException exception) when (time.GetElapsedTime(start) < Patience)
            {
                if (!told)
                {
                    told = true;
                    LogWaiting(logger, EndPoints(), exception.GetType().Name);
                }

                await Task.Delay(Pause, time, cancellationToken);
            }
            catch (RedisException exception)
            {
                throw new SharedRedisException(
                    $"Redis at {EndPoints()} could not be reached within {Patience.TotalSeconds:F0} s. Check that it runs, and the address and password in ConnectionStrings__redis.",
                    exception);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string EndPoints() => string.Join(", ", redis.GetEndPoints().Select(Describe));

    private static string Describe(EndPoint endPoint) => endPoint switch
    {
        DnsEndPoint dns => $"{dns.Host}:{dns.Port}",
        _ => endPoint.ToString() ?? "?",
    };

    [LoggerMessage(1, LogLevel.Warning, "Redis at {EndPoints} does not answer yet ({Reason}); waiting for it.")]
    private static partial void LogWaiting(ILogger logger, string endPoints, string reason);
}
