using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Runs;

/// <summary>The inputs of a run that does not exist yet. They are written one by one before it; should their writer die in between, they vanish after a time.</summary>
internal sealed class SubmittedInputs(ScriptRunner scripts)
{
    /// <summary>Writes them, unless the run exists.</summary>
    public async Task WriteAsync(NewRun run, CancellationToken cancellationToken)
    {
        RedisKey inputs = RunKeys.Inputs(run.Id);
        foreach ((string name, ReadOnlyMemory<byte> content) in run.Inputs)
        {
            if (!await IfThereIsNoRunAsync(run.Id, transaction => Task.WhenAll(transaction.HashSetAsync(inputs, name, content), transaction.KeyExpireAsync(inputs, ActiveRuns.CreationTime)), cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>Removes what was written, unless the run exists.</summary>
    public Task RemoveAsync(string runId, CancellationToken cancellationToken) =>
        IfThereIsNoRunAsync(runId, transaction => transaction.KeyDeleteAsync(RunKeys.Inputs(runId)), cancellationToken);

    // In one transaction: inputs without a run never stay without an expiry, and a run that another submission has created meanwhile never gets one.
    private async Task<bool> IfThereIsNoRunAsync(string runId, Func<ITransaction, Task> queue, CancellationToken cancellationToken)
    {
        ITransaction transaction = scripts.Database.CreateTransaction();
        transaction.AddCondition(Condition.KeyNotExists(RunKeys.Meta(runId)));
        Task queued = queue(transaction);
        if (!await transaction.ExecuteAsync().WaitAsync(cancellationToken))
        {
            return false;
        }

        await queued.WaitAsync(cancellationToken);
        return true;
    }
}
