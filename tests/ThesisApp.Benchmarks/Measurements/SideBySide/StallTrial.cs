using System.Globalization;
using System.Text.RegularExpressions;
using ThesisApp.Benchmarks.Contenders;
using ThesisApp.Benchmarks.Ours;
using ThesisApp.Benchmarks.Processes;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Benchmarks.Measurements.SideBySide;

/// <summary>A worker is stopped in the middle of a task and goes on when another has taken the task over.</summary>
internal sealed class StallTrial(Trial trial, CrashMode mode, string wake, SemaphoreSlim starting) : TaskTrial(trial, mode, starting)
{
    /// <summary>It goes on when its successor has finished.</summary>
    public const string After = "after";

    /// <summary>It goes on while its successor works.</summary>
    public const string During = "during";

    private const int TaskSeconds = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan Work = TimeSpan.FromSeconds(TaskSeconds + 5);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    /// <summary>What the share of stale results is called.</summary>
    public static string StaleOf(string wake) => $"stale result stands, wakes {wake}";

    /// <summary>Measures.</summary>
    public async Task<StallOutcome> RunAsync(CancellationToken cancellationToken)
    {
        (string task, ToolProcess first, _) = await StartAsync(TaskSeconds, cancellationToken);
        Execution begun = (await ListAsync())[0];
        await UntilAsync(begun.At + 1, cancellationToken);
        double stopped = ContenderSettings.Now();
        await SignalAsync(first, ProgramSignal.Stop, cancellationToken);
        try
        {
            IReadOnlyList<Execution>? again = await WaitAsync(list => list.Count(entry => entry.What == "start") > 1, Longest, cancellationToken);
            if (again is null)
            {
                return new StallOutcome(null, IsStale: false, $"not taken over within {Longest.TotalSeconds:F0} s");
            }

            Execution successor = again.Where(entry => entry.What == "start").ElementAt(1);
            string between = wake == After
                ? await WakeAfterAsync(task, first, begun.Process, successor.Process, cancellationToken)
                : await WakeDuringAsync(task, first, begun.Process, successor.Process, cancellationToken);
            await Task.Delay(Settling * 2, cancellationToken);
            string final = await DescribeAsync(task, cancellationToken);
            IReadOnlyList<Execution> all = await ListAsync();
            string late = all.FirstOrDefault(entry => entry.What == "delivered" && entry.Process == begun.Process) is { } delivery ? $"; the late result was {delivery.Rest}" : string.Empty;
            bool stale = Names(final, begun.Process) || Names(between, begun.Process);
            return new StallOutcome(
                successor.At - stopped,
                stale,
                string.Create(CultureInfo.InvariantCulture, $"A={begun.Process} stopped, B={successor.Process} took over after {successor.At - stopped:F1} s; between: {between}; final: {final}{late}; stale: {(stale ? "YES" : "no")}"));
        }
        finally
        {
            await SignalAsync(first, ProgramSignal.Continue, CancellationToken.None);
        }
    }

    private async Task<string> WakeAfterAsync(string task, ToolProcess first, string a, string b, CancellationToken cancellationToken)
    {
        await WaitAsync(list => HasEnded(list, b), Work, cancellationToken);
        await Task.Delay(Settling, cancellationToken);
        string between = await DescribeAsync(task, cancellationToken);
        await SignalAsync(first, ProgramSignal.Continue, cancellationToken);
        await WaitAsync(list => HasEnded(list, a), Work, cancellationToken);
        return between;
    }

    private async Task<string> WakeDuringAsync(string task, ToolProcess first, string a, string b, CancellationToken cancellationToken)
    {
        await Task.Delay(Settling * 2, cancellationToken);
        await SignalAsync(first, ProgramSignal.Continue, cancellationToken);
        await WaitAsync(list => HasEnded(list, a), Work, cancellationToken);
        await Task.Delay(Settling, cancellationToken);
        string between = await DescribeAsync(task, cancellationToken);
        await WaitAsync(list => HasEnded(list, b), Work, cancellationToken);
        return between;
    }

    private static bool HasEnded(IReadOnlyList<Execution> list, string process) => list.Any(entry => entry.What == "end" && entry.Process == process);

    // As a word: one process's number may be a part of the other's.
    private static bool Names(string text, string process) => Regex.IsMatch(text, $@"\b{process}\b");

    // One that has ended meanwhile needs no signal.
    private static async Task SignalAsync(ToolProcess process, ProgramSignal signal, CancellationToken cancellationToken)
    {
        foreach (int id in ProcessFamily.Members(process.Id))
        {
            try
            {
                await ProcessTable.SignalAsync(id, signal, cancellationToken);
            }
            catch (InvalidOperationException) when (!Directory.Exists($"/proc/{id}"))
            {
                // Gone between the look and the signal.
            }
        }
    }
}
