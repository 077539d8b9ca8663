using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ThesisApp.Coordination.Pool;
using ThesisApp.Coordination.Store;
using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>Looks after the pool whenever this orchestrator is the one to do so. Any number of orchestrators may share a pool; one of them is at it at a time.</summary>
internal sealed partial class PoolService(
    PoolKeeper keeper,
    AgentSandbox agents,
    ISandboxLauncher launcher,
    IPoolStore store,
    IOptions<PoolOptions> pool,
    TimeProvider time,
    ILogger<PoolService> logger,
    RunAccess? access = null) : BackgroundService
{
    // Ready tasks are announced one by one: what comes together is looked at together.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    // The start of a sandbox may wait for an image; nothing that goes well takes longer.
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(20);

    private readonly PoolOptions _options = pool.Value;
    private readonly string _name = agents.Pool;
    private readonly string _holder = $"{Environment.MachineName}-{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";
    private PoolTerm? _term;
    private bool _isSure;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        SandboxReport report = await launcher.ExamineAsync(cancellationToken);
        if (!report.IsAvailable)
        {
            throw new SandboxException($"There can be no {report.Kind} sandboxes here: {report.Reason}");
        }

        if (access is not null)
        {
            await access.CheckAsync(cancellationToken);
        }

        LogKind(logger, report.Kind, report.Reason, string.Join(", ", report.Guarantees.Where(entry => !entry.IsInForce).Select(entry => entry.Guarantee.ToString()).DefaultIfEmpty("nothing")));
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_term is not { } term)
        {
            return;
        }

        try
        {
            // It may have run out meanwhile: then another looks after the sandboxes, or this one once more.
            if (_options.EndsWithOrchestrator)
            {
                if (await store.LeadAsync(_name, _holder, _options.Term, cancellationToken) is not { } current)
                {
                    return;
                }

                term = current;
                await keeper.EndAsync(term, cancellationToken);
            }

            await store.ResignAsync(term, cancellationToken);
        }
        catch (TermOverException)
        {
            // They are another's.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The term runs out by itself, and what still runs is found by the next.
            LogFailed(logger, exception);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        bool failing = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                failing = false;
                await WaitAsync(stoppingToken);
            }
            catch (TermOverException)
            {
                _term = null;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                if (!failing && !StoreFaults.IsPassing(exception))
                {
                    LogFailed(logger, exception);
                }

                // Places may be taken that nobody fills, and sandboxes run that nobody watches.
                failing = true;
                _isSure = false;
                keeper.Excuse();
                await Task.Delay(_options.Interval, time, stoppingToken);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        PoolTerm? term = await store.LeadAsync(_name, _holder, _options.Term, cancellationToken);
        if (term is not null && term != _term)
        {
            await agents.OpenAsync();
            LogLeads(logger, _name, term.Token);
            _isSure = false;
        }

        _term = term;
        if (term is null)
        {
            return;
        }

        using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task holding = HoldAsync(term, done.Token);
        try
        {
            if (!_isSure)
            {
                await keeper.TakeOverAsync(term, cancellationToken);
                _isSure = true;
            }

            await keeper.LookAsync(term, cancellationToken);
        }
        finally
        {
            await done.CancelAsync();
            await holding;
        }
    }

    // A look takes as long as the sandboxes that it starts and ends. The term goes on meanwhile: where a start took longer than that, none would ever be in time.
    private async Task HoldAsync(PoolTerm term, CancellationToken cancellationToken)
    {
        bool goesOn = true;
        long start = time.GetTimestamp();
        while (goesOn)
        {
            try
            {
                // A look that takes this long hangs: another orchestrator may have better luck.
                if (time.GetElapsedTime(start) > LongestLook)
                {
                    LogHangs(logger, LongestLook);
                    return;
                }

                await Task.Delay(_options.Term / 3, time, cancellationToken);

                // If it is over, each of the look's steps says so itself.
                goesOn = await store.LeadAsync(_name, _holder, _options.Term, cancellationToken) == term;
            }
            catch (OperationCanceledException)
            {
                goesOn = false;
            }
            catch (Exception exception)
            {
                // Once more, as long as the look lasts.
                LogNotHeld(logger, exception.Message);
            }
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (_term is null)
        {
            await Task.Delay(_options.Interval, time, cancellationToken);
            return;
        }

        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task news = store.WaitForWorkAsync(_options.Interval, enough.Token);
        await Task.WhenAny(news, keeper.AnyEnd());
        await enough.CancelAsync();
        await news.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await Task.Delay(Breath, time, cancellationToken);
    }

    [LoggerMessage(120, LogLevel.Information, "Agents are started in {Kind} sandboxes ({By}). Not withheld from them here: {Missing}.")]
    private static partial void LogKind(ILogger logger, string kind, string by, string missing);

    [LoggerMessage(121, LogLevel.Information, "This orchestrator looks after the pool {Pool} now, term {Term}.")]
    private static partial void LogLeads(ILogger logger, string pool, string term);

    [LoggerMessage(134, LogLevel.Error, "Looking after the pool has taken more than {Limit}: a sandbox that can be neither started nor ended keeps it. The term is left to others.")]
    private static partial void LogHangs(ILogger logger, TimeSpan limit);

    [LoggerMessage(135, LogLevel.Debug, "The pool's term was not renewed ({Reason}); it is tried again.")]
    private static partial void LogNotHeld(ILogger logger, string reason);

    [LoggerMessage(122, LogLevel.Error, "The pool of sandboxes could not be looked after.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
