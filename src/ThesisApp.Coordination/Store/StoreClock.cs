using System.Globalization;
using StackExchange.Redis;

namespace ThesisApp.Coordination.Store;

/// <summary>The clock that all times of the board come from: the store's. Those of its clients may differ.</summary>
internal static class StoreClock
{
    /// <summary>What the store's clock shows.</summary>
    public static async Task<DateTimeOffset> ReadAsync(IDatabase database, CancellationToken cancellationToken)
    {
        // Seconds, and microseconds of the running one.
        RedisResult[] answer = (RedisResult[])(await database.ExecuteAsync("TIME").WaitAsync(cancellationToken))!;
        return DateTimeOffset.FromUnixTimeSeconds(Number(answer[0])).AddMicroseconds(Number(answer[1]));
    }

    private static long Number(RedisResult value) => long.Parse((string)value!, CultureInfo.InvariantCulture);
}
