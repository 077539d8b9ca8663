using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ThesisApp.Contracts.Agents;
using ThesisApp.Coordination.Agents;
using ThesisApp.Coordination.Pool;
using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>Keeps as many sandboxes as the work is worth. Each step that adds or takes away is checked against the term, so that an orchestrator that was replaced can do no harm.</summary>
internal sealed partial class PoolKeeper(
    ISandboxLauncher launcher,
    AgentSandbox agents,
    IPoolStore store,
    IAgentRegistry registry,
    IOptions<PoolOptions> pool,
    IOptions<SandboxOptions> sandboxes,
    TimeProvider time,
    ILogger<PoolKeeper> logger)
{
    private const int StartsAtATime = 8;

    private readonly PoolOptions _options = pool.Value;
    private readonly StartPause _pause = new(pool.Value, time);
    private readonly Dictionary<string, Member> _members = new(StringComparer.Ordinal);
    private long? _tooManySince;

    /// <summary>Completes when a sandbox has ended.</summary>
    public Task AnyEnd() => _members.Count == 0 ? Task.Delay(Timeout.InfiniteTimeSpan, time) : Task.WhenAny(_members.Values.Select(member => member.End));

    /// <summary>Begins a term: adopts what is in the pool, ends what is not.</summary>
    public async Task TakeOverAsync(PoolTerm term, CancellationToken cancellationToken)
    {
        _members.Clear();
        await agents.OpenAsync();
        IReadOnlyList<string> entered = await store.ListAsync(term.Pool, cancellationToken);
        foreach (SandboxInfo sandbox in await launcher.ListAsync(cancellationToken))
        {
            if (entered.Contains(sandbox.Id, StringComparer.Ordinal) && await launcher.AdoptAsync(sandbox.Id, cancellationToken))
            {
                Watch(sandbox.Id);
                LogAdopted(logger, sandbox.Id);
            }
            else
            {
                LogStray(logger, sandbox.Id);
                await launcher.RemoveAsync(sandbox.Id, cancellationToken);
            }
        }

        foreach (string id in entered.Where(id => !_members.ContainsKey(id)))
        {
            await ForgetAsync(term, id, cancellationToken);
        }
    }

    /// <summary>Looks once: takes leave of those that have ended, starts some or stops some.</summary>
    public async Task LookAsync(PoolTerm term, CancellationToken cancellationToken)
    {
        Dictionary<string, AgentInfo> present = (await registry.ListAsync(cancellationToken)).ToDictionary(agent => agent.Id, StringComparer.Ordinal);
        foreach (Member member in _members.Values)
        {
            await NotePresenceAsync(member, present, cancellationToken);
        }

        foreach (Member member in _members.Values.Where(member => member.End.IsCompleted).ToList())
        {
            await TakeLeaveAsync(term, member, cancellationToken);
        }

        int wanted = PoolSize.Of(await store.MeasureDemandAsync(cancellationToken), _options);
        int count = _members.Values.Count(member => !member.IsStopping);
        if (count <= wanted)
        {
            _tooManySince = null;
        }

        if (count < wanted && _pause.IsOver)
        {
            await GrowAsync(term, wanted - count, cancellationToken);
        }
        else if (count > wanted && time.GetElapsedTime(_tooManySince ??= time.GetTimestamp()) >= _options.CoolDown)
        {
            Shrink(count - wanted, present, cancellationToken);
        }
    }

    /// <summary>Holds no silence so far against anybody: this orchestrator was deaf itself.</summary>
    public void Excuse()
    {
        foreach (Member member in _members.Values)
        {
            member.HeardAt = time.GetTimestamp();
        }
    }

    /// <summary>Stops all sandboxes.</summary>
    public async Task EndAsync(PoolTerm term, CancellationToken cancellationToken)
    {
        await Task.WhenAll(_members.Keys.Select(id => launcher.StopAsync(id, sandboxes.Value.StopPatience, cancellationToken)));
        foreach (Member member in _members.Values.ToList())
        {
            member.IsStopping = true;
            await TakeLeaveAsync(term, member, cancellationToken);
        }
    }

    private async Task NotePresenceAsync(Member member, Dictionary<string, AgentInfo> present, CancellationToken cancellationToken)
    {
        if (present.ContainsKey(member.Id))
        {
            member.HeardAt = time.GetTimestamp();
            if (!member.WasSeen)
            {
                member.WasSeen = true;
                _pause.Succeed();
            }
        }
        else if (!member.End.IsCompleted && time.GetElapsedTime(member.HeardAt) > _options.Silence)
        {
            LogSilent(logger, member.Id, _options.Silence);
            await launcher.KillAsync(member.Id, cancellationToken);
        }
    }

    private async Task GrowAsync(PoolTerm term, int count, CancellationToken cancellationToken)
    {
        LogGrows(logger, count, _members.Count);
        string[] ids = [.. Enumerable.Range(0, count).Select(_ => $"agent-{RandomNumberGenerator.GetHexString(8, lowercase: true)}")];
        foreach (string[] some in ids.Chunk(StartsAtATime))
        {
            bool[] started = await Task.WhenAll(some.Select(id => StartAsync(term, id, cancellationToken)));
            foreach (string id in some.Where((_, index) => started[index]))
            {
                Watch(id);
            }

            if (started.Contains(false))
            {
                return;
            }
        }
    }

    private async Task<bool> StartAsync(PoolTerm term, string id, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(term, id, cancellationToken) == PoolClaim.Full)
        {
            return false;
        }

        try
        {
            await launcher.StartAsync(agents.Describe(id), cancellationToken);
        }
        catch (SandboxException exception)
        {
            NoteFailure(id, exception.Message);
            await ForgetAsync(term, id, cancellationToken);
            return false;
        }

        // The start may have taken longer than the term.
        if (await store.ClaimAsync(term, id, _options.Max, cancellationToken) != PoolClaim.Entered)
        {
            await launcher.RemoveAsync(id, CancellationToken.None);
            throw new TermOverException();
        }

        return true;
    }

    private async Task<PoolClaim> ClaimAsync(PoolTerm term, string id, CancellationToken cancellationToken) =>
        await store.ClaimAsync(term, id, _options.Max, cancellationToken) is var claim and not PoolClaim.TermOver ? claim : throw new TermOverException();

    // Those without a task; who is not on the list has not got so far in all the time.
    private void Shrink(int count, Dictionary<string, AgentInfo> present, CancellationToken cancellationToken)
    {
        foreach (Member member in _members.Values.Where(member => !member.IsStopping && present.GetValueOrDefault(member.Id)?.TaskId is null).Take(count))
        {
            member.IsStopping = true;
            LogStops(logger, member.Id);
            _ = launcher.StopAsync(member.Id, sandboxes.Value.StopPatience, cancellationToken)
                .ContinueWith(stop => LogStopFailed(logger, stop.Exception!.InnerException!, member.Id), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    private async Task TakeLeaveAsync(PoolTerm term, Member member, CancellationToken cancellationToken)
    {
        // Where its end could not be waited for, it is ended now.
        SandboxExit exit = member.End.IsCompletedSuccessfully ? await member.End : SandboxExit.Unseen;
        if (!member.IsStopping && exit is not { Code: 0 or null })
        {
            string output = await launcher.ReadOutputAsync(member.Id, cancellationToken);
            LogEnded(logger, member.Id, exit.Code, exit.IsOutOfMemory, output);
            if (!member.WasSeen)
            {
                NoteFailure(member.Id, "it ended before it was ready for work");
            }
        }

        // Its place is free when it is gone, not before.
        await launcher.RemoveAsync(member.Id, cancellationToken);
        await ForgetAsync(term, member.Id, cancellationToken);
        _members.Remove(member.Id);
    }

    private async Task ForgetAsync(PoolTerm term, string id, CancellationToken cancellationToken)
    {
        if (!await store.ForgetAsync(term, id, cancellationToken))
        {
            throw new TermOverException();
        }
    }

    private void NoteFailure(string id, string reason)
    {
        if (_pause.Fail() is { } pause)
        {
            LogNotStarted(logger, id, reason, pause);
        }
    }

    private void Watch(string id) => _members[id] = new Member(id, launcher.WaitAsync(id, CancellationToken.None)) { HeardAt = time.GetTimestamp() };

    /// <summary>A sandbox of the pool.</summary>
    private sealed class Member(string id, Task<SandboxExit> end)
    {
        public string Id => id;

        public Task<SandboxExit> End => end;

        public long HeardAt { get; set; }

        public bool WasSeen { get; set; }

        public bool IsStopping { get; set; }
    }
}
