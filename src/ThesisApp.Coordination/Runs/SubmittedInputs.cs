using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Runs;

/// <summary>
/// The inputs of a run that does not exist yet. They are written one by one before it; should their writer die in between, they vanish after a time. Of several submissions under one key one writes at a time: the field whose name is empty
/// says which by the digest of its inputs, so those of two that differ never come together, and those that are alike write the same.
/// </summary>
internal sealed class SubmittedInputs(ScriptRunner scripts, TimeProvider time)
{
    // No input has this name. create.lua takes it out.
    private static readonly RedisValue Writer = string.Empty;

    // Another's that has written nothing for so long has died.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>What create.lua is to find in the field of the writer; empty for a run without inputs.</summary>
    public static string DigestOf(NewRun run)
    {
        if (run.Inputs.Count == 0)
        {
            return string.Empty;
        }

        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, ReadOnlyMemory<byte> content) in run.Inputs.OrderBy(input => input.Key, StringComparer.Ordinal))
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
            hash.AppendData(SHA256.HashData(content.Span));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes them, unless the run exists. Ends early where the store loses them or another submission takes over; create.lua finds that out.</summary>
    /// <param name="run">The run.</param>
    /// <param name="digest">Their digest.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task WriteAsync(NewRun run, string digest, CancellationToken cancellationToken)
    {
        if (run.Inputs.Count == 0 || !await ClaimAsync(run.Id, digest, cancellationToken))
        {
            return;
        }

        RedisKey inputs = RunKeys.Inputs(run.Id);
        foreach ((string name, ReadOnlyMemory<byte> content) in run.Inputs)
        {
            if (!await IfThereIsNoRunAsync(
                run.Id,
                Condition.HashEqual(inputs, Writer, digest),
                transaction => Task.WhenAll(transaction.HashSetAsync(inputs, name, content), transaction.KeyExpireAsync(inputs, ActiveRuns.CreationTime)),
                cancellationToken))
            {
                return;
            }
        }
    }

    // True once these inputs are the ones to be written, false if there is a run.
    private async Task<bool> ClaimAsync(string runId, string digest, CancellationToken cancellationToken)
    {
        IDatabase database = scripts.Database;
        RedisKey inputs = RunKeys.Inputs(runId);
        long seen = -1;
        long since = time.GetTimestamp();
        while (true)
        {
            RedisValue writer = await database.HashGetAsync(inputs, Writer).WaitAsync(cancellationToken);
            if (writer == digest)
            {
                return true;
            }

            if (!writer.IsNull)
            {
                long now = time.GetTimestamp();
                long length = await database.HashLengthAsync(inputs).WaitAsync(cancellationToken);
                bool isAlive = length != seen || time.GetElapsedTime(since, now) < Patience;
                if (isAlive)
                {
                    (seen, since) = length == seen ? (seen, since) : (length, time.GetTimestamp());
                    await Task.Delay(Look, time, cancellationToken);
                    continue;
                }
            }

            // Whatever is there is of a submission that was cut off, and no part of this one.
            if (await IfThereIsNoRunAsync(
                runId,
                writer.IsNull ? Condition.HashNotExists(inputs, Writer) : Condition.HashEqual(inputs, Writer, writer),
                transaction => Task.WhenAll(transaction.KeyDeleteAsync(inputs), transaction.HashSetAsync(inputs, Writer, digest), transaction.KeyExpireAsync(inputs, ActiveRuns.CreationTime)),
                cancellationToken))
            {
                return true;
            }

            if (await database.KeyExistsAsync(RunKeys.Meta(runId)).WaitAsync(cancellationToken))
            {
                return false;
            }
        }
    }

    // In one transaction: inputs without a run never stay without an expiry, and a run that another submission has created meanwhile never gets one.
    private async Task<bool> IfThereIsNoRunAsync(string runId, Condition condition, Func<ITransaction, Task> queue, CancellationToken cancellationToken)
    {
        ITransaction transaction = scripts.Database.CreateTransaction();
        transaction.AddCondition(Condition.KeyNotExists(RunKeys.Meta(runId)));
        transaction.AddCondition(condition);
        Task queued = queue(transaction);
        if (!await transaction.ExecuteAsync().WaitAsync(cancellationToken))
        {
            return false;
        }

        await queued.WaitAsync(cancellationToken);
        return true;
    }
}
