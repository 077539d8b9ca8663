using ThesisApp.Benchmarks.Contenders;
using ThesisApp.Benchmarks.Options;
using ThesisApp.Benchmarks.Processes;

namespace ThesisApp.Benchmarks.Measurements.SideBySide;

/// <summary>Measures contenders in turn (ours, a peer, ..., ours, a peer, ...), so that the machine's drift hits all alike.</summary>
/// <param name="options">What the command line asks for.</param>
internal abstract class SideBySideMeasurement(BenchmarkOptions options) : IMeasurement
{
    // What the machine does beside the measurement, beyond which a run should not be trusted.
    private const double MostForeignPercent = 10;

    /// <summary>What the command line asks for.</summary>
    protected BenchmarkOptions Options => options;

    /// <summary>What is measured and how, a line.</summary>
    protected abstract string Description { get; }

    public async Task<IReadOnlyList<Result>> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"\n{Description}");
        await output.WriteLineAsync(options.Redis is { } server
            ? $"  server: {server.Host}:{server.Port}, as it is"
            : $"  server: {await ToolProcess.RunAsync(["redis-server", "--version"], "/", [], cancellationToken)}");
        await output.WriteLineAsync(options.Redis is null ? $"    fresh for each run: {string.Join(' ', BenchmarkRedis.Settings.Select(word => word.Length == 0 ? "\"\"" : word))}" : string.Empty);
        IReadOnlyList<Contender> contenders = await ContenderTable.PrepareAsync(options, output, cancellationToken);
        await RefuseBusyServerAsync(cancellationToken);
        Figures figures = new();
        await MeasureAsync(contenders, figures, output, cancellationToken);
        await output.WriteLineAsync();
        figures.Print(output);
        await output.WriteLineAsync("  verdict:");
        Result[] verdict = [.. Judge(figures)];
        if (options.Peers is null)
        {
            await output.WriteLineAsync("  targets beside peers are judged with --peers only");
        }

        return verdict;
    }

    /// <summary>Measures all.</summary>
    protected abstract Task MeasureAsync(IReadOnlyList<Contender> contenders, Figures figures, TextWriter output, CancellationToken cancellationToken);

    /// <summary>Holds the figures against the targets.</summary>
    protected abstract IEnumerable<Result> Judge(Figures figures);

    /// <summary>How ours compares with a peer's, as a target; nothing where the peer was not asked for.</summary>
    protected IEnumerable<Result> Ratio(Figures figures, string what, string peer, double target, bool atLeast) => options.Expects(peer)
        ? [new Result(
            $"{what}, ours to {peer}'s",
            "times",
            figures.Median(BoardContender.OurName, what) is { } own && figures.Median(peer, what) is { } other ? [own / other] : [],
            target,
            atLeast)]
        : [];

    /// <summary>Ours against a figure.</summary>
    protected static Result Under(Figures figures, string what, string unit, double target) => new(what, unit, figures.Runs(BoardContender.OurName, what), target);

    /// <summary>Does something with each contender in turn, as often as runs are asked for; one that fails is told of and does not end the others.</summary>
    protected async Task InTurnAsync(
        IReadOnlyList<Contender> contenders, Func<Contender, int, CancellationToken, Task> act, TextWriter output, CancellationToken cancellationToken)
    {
        for (int run = 1; run <= options.Runs; run++)
        {
            foreach (Contender contender in contenders)
            {
                await CpuWindow.WaitForQuietAsync(cancellationToken);
                await TryAsync(contender, () => act(contender, run, cancellationToken), output);
            }
        }
    }

    /// <summary>Does something; a peer that fails is told of, ours may not fail.</summary>
    protected static async Task TryAsync(Contender contender, Func<Task> act, TextWriter output)
    {
        try
        {
            await act();
        }
        catch (Exception exception) when (exception is not OperationCanceledException && contender is not BoardContender)
        {
            await output.WriteLineAsync($"  {contender.Name} FAILED: {exception.Message}");
        }
    }

    /// <summary>A run's share of the machine as text, with a warning where it is not to be trusted.</summary>
    protected static string Text(CpuShare share) => share.ForeignPercent > MostForeignPercent ? $"{share} (DISTURBED)" : share.ToString();

    // Our agents take whatever a server has to give.
    private async Task RefuseBusyServerAsync(CancellationToken cancellationToken)
    {
        if (options.Redis is null)
        {
            return;
        }

        await using BenchmarkRedis redis = await BenchmarkRedis.StartAsync(options.Redis, cancellationToken);
        if (await redis.Connection.GetDatabase().SetLengthAsync("thesis:active") > 0)
        {
            throw new UsageException($"{redis.Server} has active runs, whose tasks the benchmark's agents would take: give it a server of its own.");
        }
    }
}
