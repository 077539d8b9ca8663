using System.Diagnostics;
using System.Globalization;
using StackExchange.Redis;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Coordination.Runs;

/// <summary>Reads what describe.lua returns.</summary>
internal static class RunReader
{
    public static RunInfo Read(string runId, RedisResult[] answer)
    {
        string Text(int index) => (string)answer[index]!;
        int Number(int index) => int.Parse(Text(index), CultureInfo.InvariantCulture);

        return new RunInfo(
            runId,
            Text(0),
            ParseState(Text(1)),
            NullIfEmpty(Text(2)),
            ReadTime(Text(3)) ?? default,
            ReadTime(Text(4)),
            new TaskCounts(Number(6), Number(7), Number(8), Number(9), Number(10), Number(11), Number(12)),
            ActivityContext.TryParse(Text(5), null, out ActivityContext context) ? context.TraceId.ToHexString() : null)
        {
            Share = new RunShare(Number(13), Number(14), Number(15) is var cap and > 0 ? cap : null),
        };
    }

    public static RunState ParseState(string state) => state switch
    {
        "running" => RunState.Running,
        "paused" => RunState.Paused,
        "awaiting-approval" => RunState.AwaitingApproval,
        "succeeded" => RunState.Succeeded,
        "failed" => RunState.Failed,
        "cancelled" => RunState.Cancelled,
        _ => throw new InvalidDataException($"The store holds an unknown run state '{state}'."),
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static DateTimeOffset? ReadTime(string milliseconds) =>
        milliseconds.Length == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(milliseconds, CultureInfo.InvariantCulture));
}
