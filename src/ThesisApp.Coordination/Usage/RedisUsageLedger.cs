using System.Globalization;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Usage;

/// <summary>The account on Redis, Valkey or Garnet: one hash a run, four sums for each task, stage and model.</summary>
internal sealed class RedisUsageLedger(ScriptRunner scripts) : IUsageLedger
{
    private const char Separator = '\n';
    private const string Calls = "calls";
    private const string Input = "input";
    private const string Output = "output";
    private const string Cost = "cost";

    // Sums of money are whole numbers of this part, so that adding is exact.
    private const decimal MoneyUnit = 1_000_000m;

    public async Task AddAsync(string runId, UsageEntry entry, CancellationToken cancellationToken)
    {
        string prefix = string.Join(Separator, entry.TaskId, entry.Stage, entry.Model) + Separator;
        await scripts.RunAsync(
            BoardScript.Charge,
            [RunKeys.Meta(runId), RunKeys.Usage(runId)],
            [
                prefix + Calls, entry.Calls,
                prefix + Input, entry.InputTokens,
                prefix + Output, entry.OutputTokens,
                prefix + Cost, (long)Math.Ceiling(entry.Cost * MoneyUnit),
            ],
            cancellationToken);
    }

    public async Task<SpentBudget> ReadSpentAsync(string runId, CancellationToken cancellationToken)
    {
        RedisResult[] spent = (RedisResult[])(await scripts.RunAsync(BoardScript.Spent, [RunKeys.Meta(runId), RunKeys.Usage(runId)], [], cancellationToken))!;
        return new SpentBudget(Number(spent[0]) + Number(spent[1]), Number(spent[2]) / MoneyUnit, TimeSpan.FromMilliseconds(Number(spent[3])));
    }

    public async Task<IReadOnlyList<UsageEntry>> ReadAsync(string runId, CancellationToken cancellationToken)
    {
        HashEntry[] sums = await scripts.Database.HashGetAllAsync(RunKeys.Usage(runId)).WaitAsync(cancellationToken);
        return
        [
            .. sums.Select(sum => (Parts: sum.Name.ToString().Split(Separator), Value: long.Parse(sum.Value.ToString(), CultureInfo.InvariantCulture)))
                .Where(sum => sum.Parts.Length == 4)
                .GroupBy(sum => (Task: sum.Parts[0], Stage: sum.Parts[1], Model: sum.Parts[2]))
                .OrderBy(group => group.Key.Task, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Stage, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Model, StringComparer.Ordinal)
                .Select(group => new UsageEntry(
                    group.Key.Task, group.Key.Stage, group.Key.Model, Sum(group, Calls), Sum(group, Input), Sum(group, Output), Sum(group, Cost) / MoneyUnit)),
        ];
    }

    private static long Number(RedisResult value) => long.Parse((string)value!, CultureInfo.InvariantCulture);

    private static long Sum(IEnumerable<(string[] Parts, long Value)> sums, string name) => sums.FirstOrDefault(sum => sum.Parts[3] == name).Value;
}
