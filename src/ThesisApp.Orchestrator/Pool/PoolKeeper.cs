using Microsoft.Extensions.Options;
using ThesisApp.Contracts.Agents;
using ThesisApp.Coordination.Agents;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Coordination.Pool;
using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>Keeps as many sandboxes as the work is worth. Each step that adds or takes away is checked against the term, so that an orchestrator that was replaced can do no harm.</summary>
internal sealed partial class PoolKeeper(
    ISandboxLauncher launcher,
    AgentSandbox agents,
    IPoolStore store,
    IChapterWork chapters,
    IAgentRegistry registry,
    IOptions<PoolOptions> pool,
    IOptions<SandboxOptions> sandboxes,
    TimeProvider time,
    ILogger<PoolKeeper> logger,
    RunAccess? access = null)
{
    private readonly PoolOptions _options = pool.Value;
    private readonly StartPause _pause = new(pool.Value, time);
    private readonly StartPause _chapterPause = new(pool.Value, time);
    private readonly KindPaces _paces = new();
    private readonly Dictionary<string, PoolMember> _members = new(StringComparer.Ordinal);
    private TaskCompletionSource _anyEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? _tooManySince;

    /// <summary>Completes when a sandbox has ended since the last look began: one task from look to look, however often it is asked for.</summary>
    public Task AnyEnd() => _anyEnd.Task;

    /// <summary>Makes sure of what there is, at the beginning of a term and after a look that failed halfway: adopts what is in the pool, ends what is not, and forgets what never came to be.</summary>
    public async Task TakeOverAsync(PoolTerm term, CancellationToken cancellationToken)
    {
        access?.Distrust();
        Dictionary<string, PoolMember> known = new(_members, StringComparer.Ordinal);
        _members.Clear();
        IReadOnlyList<string> entered = await store.ListAsync(term.Pool, cancellationToken);
        foreach (SandboxInfo sandbox in await launcher.ListAsync(cancellationToken))
        {
            if (entered.Contains(sandbox.Id, StringComparer.Ordinal) && await launcher.AdoptAsync(sandbox.Id, cancellationToken))
            {
                if (known.TryGetValue(sandbox.Id, out PoolMember? member))
                {
                    member.HeardAt = time.GetTimestamp();
                    _members[sandbox.Id] = member;
                }
                else
                {
                    Watch(sandbox.Id);
                    LogAdopted(logger, sandbox.Id);
                }
            }
            else
            {
                LogStray(logger, sandbox.Id);
                await launcher.RemoveAsync(sandbox.Id, cancellationToken);
            }
        }

        foreach (string id in entered.Where(id => !_members.ContainsKey(id)))
        {
            // Whoever entered it may have died in the middle of making it: what is there is no sandbox yet, and nobody else's to remove.
            await launcher.RemoveAsync(id, cancellationToken);
            await ForgetAsync(term, id, cancellationToken);
        }
    }

    /// <summary>Looks once: takes leave of those that have ended, starts some or stops some.</summary>
    public async Task LookAsync(PoolTerm term, CancellationToken cancellationToken)
    {
        if (_anyEnd.Task.IsCompleted)
        {
            // Whatever ends from here on is told by the next one, or seen below.
            _anyEnd = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        // Agents write the list: two ids may read the same.
        Dictionary<string, AgentInfo> present = new(StringComparer.Ordinal);
        foreach (AgentInfo agent in await registry.ListAsync(cancellationToken))
        {
            present[agent.Id] = agent;
        }

        foreach (PoolMember member in _members.Values)
        {
            await NotePresenceAsync(term, member, present, cancellationToken);
        }

        foreach (PoolMember member in _members.Values.Where(member => member.HasEnded).ToList())
        {
            await TakeLeaveAsync(term, member, cancellationToken);
        }

        foreach (PoolMember member in _members.Values.Where(member => !member.IsStopping && BoundSandboxes.IsApart(member.Id) != access is not null).ToList())
        {
            // It was started when runs were kept apart and are not now, or the other way round: its agent is the wrong user.
            await StopAsync(term, member, cancellationToken);
        }

        if (access is null)
        {
            await LookAtWorkAsync(term, present, cancellationToken);
        }
        else
        {
            await LookAtRunsAsync(term, access, present, cancellationToken);
        }
    }

    /// <summary>Holds no silence so far against anybody: this orchestrator was deaf itself.</summary>
    public void Excuse()
    {
        foreach (PoolMember member in _members.Values)
        {
            member.HeardAt = time.GetTimestamp();
        }
    }

    /// <summary>Stops all sandboxes of the pool: what is entered counts, for a start that was cut short is not among the members.</summary>
    public async Task EndAsync(PoolTerm term, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> entered = await store.ListAsync(term.Pool, cancellationToken);
        HashSet<string> present = [.. (await launcher.ListAsync(cancellationToken)).Select(sandbox => sandbox.Id)];
        await Task.WhenAll(entered.Select(id => EndAsync(term, id, present.Contains(id), cancellationToken)));
        _members.Clear();
    }

    private async Task EndAsync(PoolTerm term, string id, bool isPresent, CancellationToken cancellationToken)
    {
        if (isPresent)
        {
            await ClaimAsync(term, id, cancellationToken);
            await launcher.StopAsync(id, sandboxes.Value.StopPatience, cancellationToken);
        }

        await launcher.RemoveAsync(id, cancellationToken);
        await ForgetAsync(term, id, cancellationToken);
    }

    private async Task NotePresenceAsync(PoolTerm term, PoolMember member, Dictionary<string, AgentInfo> present, CancellationToken cancellationToken)
    {
        if (present.ContainsKey(member.Id))
        {
            member.HeardAt = time.GetTimestamp();
            if (!member.WasSeen)
            {
                member.WasSeen = true;
                PauseOf(member.IsOfChapter).Succeed();
            }
        }
        else if (!member.HasEnded && time.GetElapsedTime(member.HeardAt) > _options.Silence)
        {
            LogSilent(logger, member.Id, _options.Silence);
            await ClaimAsync(term, member.Id, cancellationToken);
            member.Killed = await launcher.KillAsync(member.Id, cancellationToken);
        }
    }

    private async Task TakeLeaveAsync(PoolTerm term, PoolMember member, CancellationToken cancellationToken)
    {
        SandboxExit exit = await member.ExitAsync();
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

    private void Watch(string id)
    {
        Task<SandboxExit> end = launcher.WaitAsync(id, CancellationToken.None);
        _members[id] = new PoolMember(id, end) { HeardAt = time.GetTimestamp() };
        _ = end.ContinueWith(_ => _anyEnd.TrySetResult(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
